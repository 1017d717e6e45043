"""Notes as a workshop writes them: each line is one thing, said by two or three people."""

IDEAS: tuple[tuple[str, ...], ...] = (
    (
        "Le guichet de la CAF a fermé, il ne reste que le site.",
        "Plus de guichet à la CAF : on nous renvoie vers le site.",
        "La CAF de mon quartier est fermée, tout se passe sur internet.",
    ),
    (
        "Trois mois d’attente pour avoir quelqu’un au téléphone.",
        "Au téléphone on attend des mois avant de parler à quelqu’un.",
        "Personne ne décroche, le téléphone sonne dans le vide.",
    ),
    (
        "Mon mot de passe ne marche jamais et je ne sais pas à qui demander.",
        "Les mots de passe se perdent, on est bloqué dehors.",
    ),
    (
        "Mon fils fait mes démarches à ma place, je n’ai plus rien à moi.",
        "C’est ma fille qui fait toutes les démarches pour moi.",
    ),
    (
        "Il faut une imprimante et un scanner pour envoyer un dossier.",
        "Sans scanner ni imprimante, impossible d’envoyer les papiers du dossier.",
    ),
    (
        "Les caméras suivent les gens dans la rue sans qu’ils le sachent.",
        "On est filmé dans la rue par des caméras sans le savoir.",
        "Vidéosurveillance partout dans le quartier, personne n’a été prévenu.",
    ),
    (
        "À l’école, les devoirs sont sur une plateforme et nous n’avons pas d’ordinateur.",
        "Pas d’ordinateur à la maison, et les devoirs sont donnés en ligne.",
    ),
    (
        "Le logiciel décide de la cadence, pas le chef d’équipe.",
        "La cadence est imposée par le logiciel de l’entrepôt.",
        "Le rythme de travail vient de la machine.",
    ),
    (
        "Mon allocation a été suspendue par un algorithme sans explication.",
        "Suspendus par un algorithme, nous n’avons reçu aucune explication de l’allocation coupée.",
    ),
    (
        "Le médecin regarde son écran plus que le malade.",
        "En consultation, l’écran passe avant le malade.",
    ),
    (
        "Les rendez-vous à la préfecture n’existent qu’en ligne et sont toujours pris.",
        "Impossible de trouver un rendez-vous à la préfecture : tout est complet en ligne.",
    ),
    (
        "Je voudrais des bureaux avec des agents, dans chaque commune.",
        "Des agents en chair et en os dans toutes les communes.",
        "Rouvrir un accueil humain dans chaque commune.",
    ),
    (
        "Interdire la reconnaissance des visages dans l’espace public.",
        "Nous voulons la fin de la reconnaissance faciale dans les lieux publics.",
    ),
    (
        "Le paysan remplit plus de formulaires qu’il ne trait de vaches.",
        "Trop de formulaires à la ferme, on passe les soirées à remplir des cases.",
    ),
    (
        "Les tracteurs sont verrouillés, on ne peut plus réparer soi-même.",
        "Réparer son tracteur est interdit par le logiciel du constructeur.",
    ),
    (
        "Dans le train, plus de contrôleur et plus de vente de billets à la gare.",
        "La gare n’a plus de vente de billets, la borne est en panne.",
    ),
    (
        "Les personnes âgées n’osent plus demander de l’aide.",
        "Mes voisins âgés ont honte de demander de l’aide pour internet.",
    ),
    (
        "Payer en espèces devient impossible au marché et à la piscine.",
        "La piscine refuse les espèces, il faut une carte bancaire pour payer.",
    ),
    (
        "Un droit à ne pas avoir de téléphone portable.",
        "Avoir le droit de vivre sans téléphone portable.",
    ),
    (
        "Les aides à domicile pointent avec une application à chaque visite.",
        "On doit pointer sur une application à chaque visite à domicile.",
    ),
    (
        "Que chaque décision automatique puisse être expliquée par une personne.",
        "Toute décision prise par une machine doit être expliquée par un humain.",
    ),
    (
        "La traduction du site est mauvaise, on ne comprend pas ce qu’il faut cocher.",
        "Les cases à cocher sont mal traduites, on ne comprend rien.",
    ),
    (
        "Former les agents à recevoir les gens plutôt qu’à remplir l’écran.",
        "Que les agents soient formés à l’accueil des gens.",
    ),
    (
        "On perd le goût d’apprendre quand tout est sur tablette.",
        "Les tablettes en classe fatiguent et font perdre le goût d’apprendre.",
    ),
    ("La forge du village a brûlé l’an dernier.",),
    ("Il n’y a pas de bus le dimanche dans la vallée.",),
    ("Le loyer augmente plus vite que la paie.",),
    ("On mange mal à la cantine depuis la nouvelle entreprise.",),
    ("Les jeunes partent faute de travail.",),
    ("La fibre n’arrive pas chez nous mais la facture oui.",),
)
