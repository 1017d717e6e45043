"""The facilitator's desk: both boards, the programme, what can be done with what is chosen, the journal."""
