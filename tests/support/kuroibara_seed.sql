--
-- PostgreSQL database dump
--

\restrict xaypB0c1IyPYaPDinBFbIrV8p0wfH4W7tniLeLewDcO6G6kcJLD1CHpIuAXbBLl

-- Dumped from database version 15.18 (Debian 15.18-0+deb12u1)
-- Dumped by pg_dump version 15.18 (Debian 15.18-0+deb12u1)

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

DROP DATABASE IF EXISTS kuroibara;
--
-- Name: kuroibara; Type: DATABASE; Schema: -; Owner: kuroibara
--

CREATE DATABASE kuroibara WITH TEMPLATE = template0 ENCODING = 'UTF8' LOCALE_PROVIDER = libc LOCALE = 'C.UTF-8';


ALTER DATABASE kuroibara OWNER TO kuroibara;

\unrestrict xaypB0c1IyPYaPDinBFbIrV8p0wfH4W7tniLeLewDcO6G6kcJLD1CHpIuAXbBLl
\connect kuroibara
\restrict xaypB0c1IyPYaPDinBFbIrV8p0wfH4W7tniLeLewDcO6G6kcJLD1CHpIuAXbBLl

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Name: mangatype; Type: TYPE; Schema: public; Owner: kuroibara
--

CREATE TYPE public.mangatype AS ENUM (
    'MANGA',
    'MANHUA',
    'MANHWA',
    'COMIC',
    'UNKNOWN'
);


ALTER TYPE public.mangatype OWNER TO kuroibara;

SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: chapter; Type: TABLE; Schema: public; Owner: kuroibara
--

CREATE TABLE public.chapter (
    manga_id uuid NOT NULL,
    title character varying(255),
    number character varying(20) NOT NULL,
    file_path character varying(255),
    id uuid NOT NULL
);


ALTER TABLE public.chapter OWNER TO kuroibara;

--
-- Name: manga; Type: TABLE; Schema: public; Owner: kuroibara
--

CREATE TABLE public.manga (
    title character varying(255) NOT NULL,
    alternative_titles jsonb,
    description text,
    cover_image character varying(255),
    type public.mangatype NOT NULL,
    id uuid NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);


ALTER TABLE public.manga OWNER TO kuroibara;

--
-- Name: progress_sessions; Type: TABLE; Schema: public; Owner: kuroibara
--

CREATE TABLE public.progress_sessions (
    id character varying(255) NOT NULL,
    session_metadata json
);


ALTER TABLE public.progress_sessions OWNER TO kuroibara;

--
-- Name: users; Type: TABLE; Schema: public; Owner: kuroibara
--

CREATE TABLE public.users (
    username character varying(50) NOT NULL,
    email character varying(255) NOT NULL,
    hashed_password character varying(255) NOT NULL,
    full_name character varying(100),
    is_active boolean NOT NULL,
    is_superuser boolean NOT NULL,
    two_fa_secret character varying(32),
    two_fa_enabled boolean NOT NULL,
    id uuid NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);


ALTER TABLE public.users OWNER TO kuroibara;

--
-- Data for Name: chapter; Type: TABLE DATA; Schema: public; Owner: kuroibara
--

COPY public.chapter (manga_id, title, number, file_path, id) FROM stdin;
33333333-3333-4333-8333-333333333333	\N	1	/app/storage/manga/33333333-3333-4333-8333-333333333333/organized/Tower of Paper/Volume 1/1 - Untitled/1 - Untitled.cbz	55555555-5555-4555-8555-555555555555
33333333-3333-4333-8333-333333333333		3.5	/app/storage/manga/33333333-3333-4333-8333-333333333333/chapters/66666666-6666-4666-8666-666666666666	66666666-6666-4666-8666-666666666666
\.


--
-- Data for Name: manga; Type: TABLE DATA; Schema: public; Owner: kuroibara
--

COPY public.manga (title, alternative_titles, description, cover_image, type, id, created_at, updated_at) FROM stdin;
Tower of Paper	["紙の塔"]	Two lines\nwith a tab\there and a back\\slash	\N	MANGA	33333333-3333-4333-8333-333333333333	2025-12-29 10:00:00+00	2025-12-29 10:00:00+00
\\. is no end	[]	COPY public.users (id) FROM stdin;\n\\.\n	\N	COMIC	44444444-4444-4444-8444-444444444444	2025-12-29 10:00:00+00	2025-12-29 10:00:00+00
\.


--
-- Data for Name: progress_sessions; Type: TABLE DATA; Schema: public; Owner: kuroibara
--

COPY public.progress_sessions (id, session_metadata) FROM stdin;
\.


--
-- Data for Name: users; Type: TABLE DATA; Schema: public; Owner: kuroibara
--

COPY public.users (username, email, hashed_password, full_name, is_active, is_superuser, two_fa_secret, two_fa_enabled, id, created_at, updated_at) FROM stdin;
anna	anna@example.org	$2b$12$not-a-real-hash	Anna	t	f	\N	f	11111111-1111-4111-8111-111111111111	2025-12-29 10:00:00+00	2025-12-29 10:00:00+00
ben	ben@example.org	$2b$12$not-a-real-hash	\N	t	f	JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP	t	22222222-2222-4222-8222-222222222222	2025-12-29 10:00:00+00	2025-12-29 10:00:00+00
\.


--
-- Name: chapter chapter_pkey; Type: CONSTRAINT; Schema: public; Owner: kuroibara
--

ALTER TABLE ONLY public.chapter
    ADD CONSTRAINT chapter_pkey PRIMARY KEY (id);


--
-- Name: manga manga_pkey; Type: CONSTRAINT; Schema: public; Owner: kuroibara
--

ALTER TABLE ONLY public.manga
    ADD CONSTRAINT manga_pkey PRIMARY KEY (id);


--
-- Name: progress_sessions progress_sessions_pkey; Type: CONSTRAINT; Schema: public; Owner: kuroibara
--

ALTER TABLE ONLY public.progress_sessions
    ADD CONSTRAINT progress_sessions_pkey PRIMARY KEY (id);


--
-- Name: users users_pkey; Type: CONSTRAINT; Schema: public; Owner: kuroibara
--

ALTER TABLE ONLY public.users
    ADD CONSTRAINT users_pkey PRIMARY KEY (id);


--
-- Name: ix_users_username; Type: INDEX; Schema: public; Owner: kuroibara
--

CREATE UNIQUE INDEX ix_users_username ON public.users USING btree (username);


--
-- Name: chapter chapter_manga_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kuroibara
--

ALTER TABLE ONLY public.chapter
    ADD CONSTRAINT chapter_manga_id_fkey FOREIGN KEY (manga_id) REFERENCES public.manga(id);


--
-- PostgreSQL database dump complete
--

\unrestrict xaypB0c1IyPYaPDinBFbIrV8p0wfH4W7tniLeLewDcO6G6kcJLD1CHpIuAXbBLl

