-- What goes together is found by the page of the family; whoever typed the same address is none by that.
drop index mails_to_one_address;
