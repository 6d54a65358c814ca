-- Sign-in: one account a human being, whatever the agencies they serve. Kept on the coordinator, no foreign key
-- to or from agency tables; people.account_id carries the id. Shapes are those that better-auth expects.
create table account_users (
  id text not null,
  name text not null,
  email text not null,
  email_verified boolean not null,
  image text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  username text,
  display_username text,
  two_factor_enabled boolean,
  constraint account_users_pkey primary key (id),
  constraint account_users_email_key unique (email),
  constraint account_users_username_key unique (username)
);

create table account_sessions (
  id text not null,
  expires_at timestamptz not null,
  token text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  ip_address text,
  user_agent text,
  user_id text not null,
  constraint account_sessions_pkey primary key (id),
  constraint account_sessions_token_key unique (token),
  constraint account_sessions_user_fkey foreign key (user_id) references account_users (id) on delete cascade
);
create index account_sessions_user_idx on account_sessions (user_id);

create table account_credentials (
  id text not null,
  account_id text not null,
  provider_id text not null,
  user_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint account_credentials_pkey primary key (id),
  constraint account_credentials_user_fkey foreign key (user_id) references account_users (id) on delete cascade
);
create index account_credentials_user_idx on account_credentials (user_id);

create table account_verifications (
  id text not null,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint account_verifications_pkey primary key (id)
);
create index account_verifications_identifier_idx on account_verifications (identifier);

create table account_second_factors (
  id text not null,
  secret text not null,
  backup_codes text not null,
  user_id text not null,
  verified boolean,
  failed_verification_count integer,
  locked_until timestamptz,
  constraint account_second_factors_pkey primary key (id),
  constraint account_second_factors_user_fkey foreign key (user_id) references account_users (id) on delete cascade
);
create index account_second_factors_user_idx on account_second_factors (user_id);

-- Failed sign-ins, counted by who is guessed at and from where, so that guessing from one place never locks out
-- the owner who signs in from another, or from a device that has signed in before.
create table sign_in_failures (
  source text not null,
  login text not null,
  failures integer not null,
  last_at timestamptz not null,
  blocked_until timestamptz,
  constraint sign_in_failures_pkey primary key (source, login)
);

-- What the whole installation must remember: its signing secret, made at first start.
create table installation (
  name text not null,
  value text not null,
  constraint installation_pkey primary key (name)
);

grant select, insert, update, delete on account_users to tera_app;
grant select, insert, update, delete on account_sessions to tera_app;
grant select, insert, update, delete on account_credentials to tera_app;
grant select, insert, update, delete on account_verifications to tera_app;
grant select, insert, update, delete on account_second_factors to tera_app;
grant select, insert, update, delete on sign_in_failures to tera_app;
grant select, insert on installation to tera_app;
