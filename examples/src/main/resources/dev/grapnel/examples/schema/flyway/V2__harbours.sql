alter table boat add column harbour varchar(40);
alter table boat add constraint boat_name unique (name);
create index boat_harbour on boat (harbour);
