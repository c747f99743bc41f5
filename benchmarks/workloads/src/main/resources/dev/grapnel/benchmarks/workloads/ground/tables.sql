-- The same for each contestant, on H2 and PostgreSQL. Rows of the harness have keys below 10,000,000.
create sequence product_seq start with 10000001 increment by 50;
create sequence audited_product_seq start with 10000001 increment by 50;
create sequence customer_seq start with 10000001 increment by 50;
create sequence purchase_seq start with 10000001 increment by 50;
create sequence purchase_line_seq start with 10000001 increment by 50;
create sequence node_seq start with 10000001 increment by 50;

create table product (
  id bigint primary key,
  name varchar(60) not null,
  maker varchar(60) not null,
  price numeric(12, 2) not null,
  stock int not null,
  since date not null
);

create table audited_product (
  id bigint primary key,
  name varchar(60) not null,
  maker varchar(60) not null,
  price numeric(12, 2) not null,
  stock int not null,
  since date not null,
  changed_by varchar(30),
  changed_at timestamp
);

create table customer (
  id bigint primary key,
  name varchar(60) not null,
  city varchar(60) not null
);

create table purchase (
  id bigint primary key,
  customer_id bigint not null references customer,
  label varchar(60) not null,
  placed date not null
);
create index purchase_customer on purchase (customer_id);

create table purchase_line (
  id bigint primary key,
  purchase_id bigint not null references purchase,
  article varchar(60) not null,
  amount int not null
);
create index purchase_line_purchase on purchase_line (purchase_id);

create table node (
  id bigint primary key,
  parent_id bigint references node,
  name varchar(60) not null,
  weight int not null
);
create index node_parent on node (parent_id);

create table reading (
  id bigint primary key,
  sensor varchar(60) not null,
  amount int not null
);
