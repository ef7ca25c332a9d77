--
-- PostgreSQL database dump
--

\restrict FjkeWP5UCnWJftcmDIYPgdLuAe7Xuokuc0c3PgPPk8A5GHgAG9WU4rLmgYjHjLG

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

\unrestrict FjkeWP5UCnWJftcmDIYPgdLuAe7Xuokuc0c3PgPPk8A5GHgAG9WU4rLmgYjHjLG
\connect kuroibara
\restrict FjkeWP5UCnWJftcmDIYPgdLuAe7Xuokuc0c3PgPPk8A5GHgAG9WU4rLmgYjHjLG

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
-- Name: integrationtype; Type: TYPE; Schema: public; Owner: kuroibara
--

CREATE TYPE public.integrationtype AS ENUM (
    'ANILIST',
    'MYANIMELIST',
    'KITSU'
);


ALTER TYPE public.integrationtype OWNER TO kuroibara;

--
-- Name: mangastatus; Type: TYPE; Schema: public; Owner: kuroibara
--

CREATE TYPE public.mangastatus AS ENUM (
    'ONGOING',
    'COMPLETED',
    'HIATUS',
    'CANCELLED',
    'UNKNOWN'
);


ALTER TYPE public.mangastatus OWNER TO kuroibara;

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

--
-- Name: syncstatus; Type: TYPE; Schema: public; Owner: kuroibara
--

CREATE TYPE public.syncstatus AS ENUM (
    'PENDING',
    'IN_PROGRESS',
    'SUCCESS',
    'FAILED',
    'DISABLED'
);


ALTER TYPE public.syncstatus OWNER TO kuroibara;

SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: author; Type: TABLE; Schema: public; Owner: kuroibara
--

CREATE TABLE public.author (
    name character varying(100) NOT NULL,
    alternative_names jsonb,
    biography text,
    id uuid NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);


ALTER TABLE public.author OWNER TO kuroibara;

--
-- Name: bookmark; Type: TABLE; Schema: public; Owner: kuroibara
--

CREATE TABLE public.bookmark (
    user_id uuid NOT NULL,
    manga_id uuid NOT NULL,
    chapter_id uuid NOT NULL,
    page integer NOT NULL,
    name character varying(100),
    notes text,
    id uuid NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);


ALTER TABLE public.bookmark OWNER TO kuroibara;

--
-- Name: category; Type: TABLE; Schema: public; Owner: kuroibara
--

CREATE TABLE public.category (
    name character varying(50) NOT NULL,
    description text,
    color character varying(7),
    icon character varying(50),
    is_default boolean NOT NULL,
    user_id uuid,
    id uuid NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);


ALTER TABLE public.category OWNER TO kuroibara;

--
-- Name: chapter; Type: TABLE; Schema: public; Owner: kuroibara
--

CREATE TABLE public.chapter (
    manga_id uuid NOT NULL,
    title character varying(255),
    number character varying(20) NOT NULL,
    volume character varying(20),
    language character varying(10) NOT NULL,
    pages_count integer,
    file_path character varying(255),
    file_size integer,
    source character varying(50),
    publish_at timestamp without time zone,
    readable_at timestamp without time zone,
    download_status character varying(20) NOT NULL,
    download_error text,
    external_id character varying(255),
    provider_external_ids jsonb,
    fallback_providers jsonb,
    id uuid NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);


ALTER TABLE public.chapter OWNER TO kuroibara;

--
-- Name: chapter_metadata; Type: TABLE; Schema: public; Owner: kuroibara
--

CREATE TABLE public.chapter_metadata (
    chapter_id uuid NOT NULL,
    user_id uuid NOT NULL,
    display_name character varying(255),
    custom_cover_url character varying(500),
    is_organized boolean NOT NULL,
    organized_path character varying(500),
    original_path character varying(500),
    cbz_path character varying(500),
    current_page integer NOT NULL,
    total_pages integer,
    reading_progress integer NOT NULL,
    last_read_at timestamp without time zone,
    is_completed boolean NOT NULL,
    custom_metadata jsonb,
    id uuid NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);


ALTER TABLE public.chapter_metadata OWNER TO kuroibara;

--
-- Name: cross_indexer_references; Type: TABLE; Schema: public; Owner: kuroibara
--

CREATE TABLE public.cross_indexer_references (
    universal_entry_id uuid NOT NULL,
    reference_indexer character varying(50) NOT NULL,
    reference_id character varying(100) NOT NULL,
    reference_url character varying(500),
    confidence_score double precision NOT NULL,
    match_method character varying(50) NOT NULL,
    verified_by_user boolean NOT NULL,
    verification_date timestamp with time zone,
    additional_metadata jsonb,
    id uuid NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);


ALTER TABLE public.cross_indexer_references OWNER TO kuroibara;

--
-- Name: download_clients; Type: TABLE; Schema: public; Owner: kuroibara
--

CREATE TABLE public.download_clients (
    name character varying(100) NOT NULL,
    client_type character varying(20) NOT NULL,
    implementation character varying(50) NOT NULL,
    host character varying(255) NOT NULL,
    port integer NOT NULL,
    use_ssl boolean NOT NULL,
    username character varying(100),
    password character varying(255),
    api_key character varying(255),
    settings jsonb,
    is_enabled boolean NOT NULL,
    priority integer NOT NULL,
    default_category character varying(100),
    download_path character varying(500),
    last_test timestamp with time zone,
    is_healthy boolean NOT NULL,
    error_message text,
    id uuid NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);


ALTER TABLE public.download_clients OWNER TO kuroibara;

--
-- Name: downloads; Type: TABLE; Schema: public; Owner: kuroibara
--

CREATE TABLE public.downloads (
    manga_id uuid,
    chapter_id uuid,
    download_type character varying(20) NOT NULL,
    source_name character varying(100),
    client_id uuid,
    external_download_id character varying(255),
    title character varying(500) NOT NULL,
    download_url character varying(1000),
    magnet_link text,
    torrent_hash character varying(40),
    status character varying(20) NOT NULL,
    progress double precision NOT NULL,
    total_size integer,
    downloaded_size integer NOT NULL,
    download_speed integer,
    eta integer,
    download_path character varying(500),
    final_path character varying(500),
    started_at timestamp with time zone,
    completed_at timestamp with time zone,
    error_message text,
    retry_count integer NOT NULL,
    max_retries integer NOT NULL,
    id uuid NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);


ALTER TABLE public.downloads OWNER TO kuroibara;

--
-- Name: external_integrations; Type: TABLE; Schema: public; Owner: kuroibara
--

CREATE TABLE public.external_integrations (
    user_id uuid NOT NULL,
    integration_type public.integrationtype NOT NULL,
    client_id text,
    client_secret text,
    access_token text,
    refresh_token text,
    token_expires_at timestamp without time zone,
    external_user_id character varying(100),
    external_username character varying(100),
    sync_enabled boolean NOT NULL,
    sync_reading_progress boolean NOT NULL,
    sync_ratings boolean NOT NULL,
    sync_status boolean NOT NULL,
    auto_sync boolean NOT NULL,
    last_sync_at timestamp without time zone,
    last_sync_status public.syncstatus NOT NULL,
    last_sync_error text,
    sync_count integer NOT NULL,
    settings jsonb,
    id uuid NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);


ALTER TABLE public.external_integrations OWNER TO kuroibara;

--
-- Name: external_manga_mappings; Type: TABLE; Schema: public; Owner: kuroibara
--

CREATE TABLE public.external_manga_mappings (
    integration_id uuid NOT NULL,
    manga_id uuid NOT NULL,
    external_manga_id character varying(100) NOT NULL,
    external_title character varying(500),
    external_url character varying(500),
    last_synced_at timestamp without time zone,
    sync_status public.syncstatus NOT NULL,
    sync_error text,
    external_data jsonb,
    id uuid NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);


ALTER TABLE public.external_manga_mappings OWNER TO kuroibara;

--
-- Name: genre; Type: TABLE; Schema: public; Owner: kuroibara
--

CREATE TABLE public.genre (
    name character varying(50) NOT NULL,
    description text,
    id uuid NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);


ALTER TABLE public.genre OWNER TO kuroibara;

--
-- Name: indexers; Type: TABLE; Schema: public; Owner: kuroibara
--

CREATE TABLE public.indexers (
    name character varying(100) NOT NULL,
    indexer_type character varying(20) NOT NULL,
    implementation character varying(50) NOT NULL,
    base_url character varying(500) NOT NULL,
    api_key character varying(255),
    username character varying(100),
    password character varying(255),
    supports_search boolean NOT NULL,
    supports_rss boolean NOT NULL,
    settings jsonb,
    is_enabled boolean NOT NULL,
    priority integer NOT NULL,
    last_test timestamp with time zone,
    is_healthy boolean NOT NULL,
    error_message text,
    requests_per_day integer,
    requests_today integer NOT NULL,
    last_request_reset timestamp with time zone DEFAULT now() NOT NULL,
    id uuid NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);


ALTER TABLE public.indexers OWNER TO kuroibara;

--
-- Name: manga; Type: TABLE; Schema: public; Owner: kuroibara
--

CREATE TABLE public.manga (
    title character varying(255) NOT NULL,
    alternative_titles jsonb,
    description text,
    cover_image character varying(255),
    type public.mangatype NOT NULL,
    status public.mangastatus NOT NULL,
    year integer,
    is_nsfw boolean NOT NULL,
    provider character varying(50),
    external_id character varying(255),
    external_url character varying(500),
    external_ids jsonb,
    id uuid NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);


ALTER TABLE public.manga OWNER TO kuroibara;

--
-- Name: manga_author; Type: TABLE; Schema: public; Owner: kuroibara
--

CREATE TABLE public.manga_author (
    manga_id uuid NOT NULL,
    author_id uuid NOT NULL
);


ALTER TABLE public.manga_author OWNER TO kuroibara;

--
-- Name: manga_genre; Type: TABLE; Schema: public; Owner: kuroibara
--

CREATE TABLE public.manga_genre (
    manga_id uuid NOT NULL,
    genre_id uuid NOT NULL
);


ALTER TABLE public.manga_genre OWNER TO kuroibara;

--
-- Name: manga_metadata; Type: TABLE; Schema: public; Owner: kuroibara
--

CREATE TABLE public.manga_metadata (
    manga_id uuid NOT NULL,
    user_id uuid NOT NULL,
    display_name character varying(255),
    custom_cover_url character varying(500),
    custom_description text,
    is_organized boolean NOT NULL,
    organization_format character varying(500),
    last_organized_at timestamp without time zone,
    last_read_at timestamp without time zone,
    reading_status character varying(20) NOT NULL,
    custom_metadata jsonb,
    id uuid NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);


ALTER TABLE public.manga_metadata OWNER TO kuroibara;

--
-- Name: manga_user_library; Type: TABLE; Schema: public; Owner: kuroibara
--

CREATE TABLE public.manga_user_library (
    user_id uuid NOT NULL,
    manga_id uuid NOT NULL,
    custom_title character varying(255),
    custom_cover character varying(255),
    notes text,
    is_favorite boolean NOT NULL,
    rating double precision,
    is_downloaded boolean NOT NULL,
    download_path character varying(255),
    id uuid NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);


ALTER TABLE public.manga_user_library OWNER TO kuroibara;

--
-- Name: manga_user_library_category; Type: TABLE; Schema: public; Owner: kuroibara
--

CREATE TABLE public.manga_user_library_category (
    manga_user_library_id uuid NOT NULL,
    category_id uuid NOT NULL
);


ALTER TABLE public.manga_user_library_category OWNER TO kuroibara;

--
-- Name: mangaupdates_entries; Type: TABLE; Schema: public; Owner: kuroibara
--

CREATE TABLE public.mangaupdates_entries (
    mu_series_id character varying(100) NOT NULL,
    mu_url character varying(500),
    title character varying(500) NOT NULL,
    alternative_titles jsonb,
    description text,
    cover_image_url character varying(500),
    type character varying(50),
    status character varying(50),
    year integer,
    completed_year integer,
    is_nsfw boolean NOT NULL,
    content_rating character varying(20),
    genres jsonb,
    authors jsonb,
    publishers jsonb,
    rating double precision,
    rating_count integer,
    popularity_rank integer,
    latest_chapter character varying(20),
    total_chapters integer,
    last_refreshed timestamp with time zone,
    auto_refresh_enabled boolean NOT NULL,
    raw_data jsonb,
    id uuid NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);


ALTER TABLE public.mangaupdates_entries OWNER TO kuroibara;

--
-- Name: mangaupdates_mappings; Type: TABLE; Schema: public; Owner: kuroibara
--

CREATE TABLE public.mangaupdates_mappings (
    manga_id uuid NOT NULL,
    mu_entry_id uuid NOT NULL,
    confidence_score double precision,
    mapping_source character varying(50) NOT NULL,
    verified_by_user boolean NOT NULL,
    id uuid NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);


ALTER TABLE public.mangaupdates_mappings OWNER TO kuroibara;

--
-- Name: organization_history; Type: TABLE; Schema: public; Owner: kuroibara
--

CREATE TABLE public.organization_history (
    user_id uuid NOT NULL,
    manga_id uuid,
    chapter_id uuid,
    operation_type character varying(50) NOT NULL,
    operation_status character varying(20) NOT NULL,
    source_path character varying(500),
    destination_path character varying(500),
    backup_path character varying(500),
    naming_format_used character varying(500),
    files_processed integer NOT NULL,
    errors_encountered jsonb,
    warnings_encountered jsonb,
    started_at timestamp without time zone NOT NULL,
    completed_at timestamp without time zone,
    duration_seconds integer,
    operation_details jsonb,
    id uuid NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);


ALTER TABLE public.organization_history OWNER TO kuroibara;

--
-- Name: organization_jobs; Type: TABLE; Schema: public; Owner: kuroibara
--

CREATE TABLE public.organization_jobs (
    user_id uuid NOT NULL,
    job_type character varying(50) NOT NULL,
    job_status character varying(20) NOT NULL,
    total_items integer NOT NULL,
    processed_items integer NOT NULL,
    successful_items integer NOT NULL,
    failed_items integer NOT NULL,
    job_config jsonb,
    naming_format_manga character varying(500),
    naming_format_chapter character varying(500),
    started_at timestamp without time zone,
    completed_at timestamp without time zone,
    estimated_completion timestamp without time zone,
    result_summary jsonb,
    error_log jsonb,
    id uuid NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);


ALTER TABLE public.organization_jobs OWNER TO kuroibara;

--
-- Name: page; Type: TABLE; Schema: public; Owner: kuroibara
--

CREATE TABLE public.page (
    chapter_id uuid NOT NULL,
    number integer NOT NULL,
    file_path character varying(255) NOT NULL,
    width integer,
    height integer,
    id uuid NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);


ALTER TABLE public.page OWNER TO kuroibara;

--
-- Name: progress_events; Type: TABLE; Schema: public; Owner: kuroibara
--

CREATE TABLE public.progress_events (
    id uuid NOT NULL,
    operation_id uuid NOT NULL,
    event_type character varying(20) NOT NULL,
    progress_percentage double precision,
    current_step character varying(255),
    total_steps integer,
    current_step_number integer,
    message text,
    error_message text,
    warning_message text,
    event_metadata json,
    "timestamp" timestamp without time zone NOT NULL,
    estimated_completion timestamp without time zone,
    user_id uuid,
    session_id character varying(255)
);


ALTER TABLE public.progress_events OWNER TO kuroibara;

--
-- Name: progress_operations; Type: TABLE; Schema: public; Owner: kuroibara
--

CREATE TABLE public.progress_operations (
    id uuid NOT NULL,
    operation_type character varying(50) NOT NULL,
    title character varying(255) NOT NULL,
    description text,
    status character varying(20) NOT NULL,
    progress_percentage double precision,
    current_step character varying(255),
    total_steps integer,
    current_step_number integer,
    started_at timestamp without time zone NOT NULL,
    completed_at timestamp without time zone,
    estimated_completion timestamp without time zone,
    last_update timestamp without time zone NOT NULL,
    error_message text,
    warning_messages json,
    operation_metadata json,
    user_id uuid,
    session_id character varying(255),
    parent_operation_id uuid,
    total_items integer,
    processed_items integer,
    successful_items integer,
    failed_items integer,
    is_cancellable boolean,
    cancellation_token character varying(255)
);


ALTER TABLE public.progress_operations OWNER TO kuroibara;

--
-- Name: progress_sessions; Type: TABLE; Schema: public; Owner: kuroibara
--

CREATE TABLE public.progress_sessions (
    id character varying(255) NOT NULL,
    user_id uuid,
    created_at timestamp without time zone NOT NULL,
    last_activity timestamp without time zone NOT NULL,
    is_active boolean,
    client_info json,
    session_metadata json
);


ALTER TABLE public.progress_sessions OWNER TO kuroibara;

--
-- Name: provider_status; Type: TABLE; Schema: public; Owner: kuroibara
--

CREATE TABLE public.provider_status (
    provider_id character varying(100) NOT NULL,
    provider_name character varying(100) NOT NULL,
    provider_url character varying(255) NOT NULL,
    status character varying(20) NOT NULL,
    last_check timestamp with time zone DEFAULT now() NOT NULL,
    response_time integer,
    error_message text,
    consecutive_failures integer NOT NULL,
    total_checks integer NOT NULL,
    successful_checks integer NOT NULL,
    uptime_percentage integer NOT NULL,
    is_enabled boolean NOT NULL,
    check_interval integer NOT NULL,
    max_consecutive_failures integer NOT NULL,
    id uuid NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);


ALTER TABLE public.provider_status OWNER TO kuroibara;

--
-- Name: reading_list; Type: TABLE; Schema: public; Owner: kuroibara
--

CREATE TABLE public.reading_list (
    name character varying(100) NOT NULL,
    description text,
    is_public boolean NOT NULL,
    user_id uuid NOT NULL,
    id uuid NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);


ALTER TABLE public.reading_list OWNER TO kuroibara;

--
-- Name: reading_list_manga; Type: TABLE; Schema: public; Owner: kuroibara
--

CREATE TABLE public.reading_list_manga (
    reading_list_id uuid NOT NULL,
    manga_id uuid NOT NULL
);


ALTER TABLE public.reading_list_manga OWNER TO kuroibara;

--
-- Name: reading_progress; Type: TABLE; Schema: public; Owner: kuroibara
--

CREATE TABLE public.reading_progress (
    user_id uuid NOT NULL,
    manga_id uuid NOT NULL,
    chapter_id uuid NOT NULL,
    page integer NOT NULL,
    is_completed boolean NOT NULL,
    id uuid NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);


ALTER TABLE public.reading_progress OWNER TO kuroibara;

--
-- Name: universal_manga_entries; Type: TABLE; Schema: public; Owner: kuroibara
--

CREATE TABLE public.universal_manga_entries (
    source_indexer character varying(50) NOT NULL,
    source_id character varying(100) NOT NULL,
    source_url character varying(500),
    title character varying(500) NOT NULL,
    alternative_titles jsonb,
    description text,
    cover_image_url character varying(500),
    type character varying(50),
    status character varying(50),
    year integer,
    completed_year integer,
    is_nsfw boolean NOT NULL,
    content_rating character varying(20),
    demographic character varying(20),
    genres jsonb,
    tags jsonb,
    themes jsonb,
    categories jsonb,
    authors jsonb,
    artists jsonb,
    publishers jsonb,
    rating double precision,
    rating_count integer,
    popularity_rank integer,
    follows integer,
    latest_chapter character varying(20),
    total_chapters integer,
    confidence_score double precision NOT NULL,
    data_completeness double precision NOT NULL,
    last_refreshed timestamp with time zone,
    refresh_interval_hours integer NOT NULL,
    auto_refresh_enabled boolean NOT NULL,
    raw_data jsonb,
    id uuid NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);


ALTER TABLE public.universal_manga_entries OWNER TO kuroibara;

--
-- Name: universal_manga_mappings; Type: TABLE; Schema: public; Owner: kuroibara
--

CREATE TABLE public.universal_manga_mappings (
    manga_id uuid NOT NULL,
    universal_entry_id uuid NOT NULL,
    confidence_score double precision,
    mapping_source character varying(50) NOT NULL,
    verified_by_user boolean NOT NULL,
    use_universal_metadata boolean NOT NULL,
    use_universal_cover boolean NOT NULL,
    preferred_indexer character varying(50),
    id uuid NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);


ALTER TABLE public.universal_manga_mappings OWNER TO kuroibara;

--
-- Name: user_provider_preferences; Type: TABLE; Schema: public; Owner: kuroibara
--

CREATE TABLE public.user_provider_preferences (
    user_id uuid NOT NULL,
    provider_id character varying(100) NOT NULL,
    is_favorite boolean NOT NULL,
    priority_order integer,
    is_enabled boolean NOT NULL,
    id uuid NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);


ALTER TABLE public.user_provider_preferences OWNER TO kuroibara;

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
    avatar character varying(255),
    bio text,
    anilist_username character varying(100),
    myanimelist_username character varying(100),
    provider_check_interval integer NOT NULL,
    theme character varying(20) NOT NULL,
    nsfw_blur boolean NOT NULL,
    download_quality character varying(20) NOT NULL,
    download_path character varying(500) NOT NULL,
    naming_format_manga character varying(500) NOT NULL,
    naming_format_chapter character varying(500) NOT NULL,
    preferred_structure_pattern character varying(50) NOT NULL,
    auto_organize_imports boolean NOT NULL,
    create_cbz_files boolean NOT NULL,
    preserve_original_files boolean NOT NULL,
    chapter_auto_refresh_interval integer NOT NULL,
    chapter_check_on_tab_focus boolean NOT NULL,
    chapter_show_update_notifications boolean NOT NULL,
    chapter_enable_manual_refresh boolean NOT NULL,
    storage_type character varying(20) NOT NULL,
    max_upload_size character varying(10) NOT NULL,
    id uuid NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);


ALTER TABLE public.users OWNER TO kuroibara;

--
-- Data for Name: author; Type: TABLE DATA; Schema: public; Owner: kuroibara
--

COPY public.author (name, alternative_names, biography, id, created_at, updated_at) FROM stdin;
\.


--
-- Data for Name: bookmark; Type: TABLE DATA; Schema: public; Owner: kuroibara
--

COPY public.bookmark (user_id, manga_id, chapter_id, page, name, notes, id, created_at, updated_at) FROM stdin;
\.


--
-- Data for Name: category; Type: TABLE DATA; Schema: public; Owner: kuroibara
--

COPY public.category (name, description, color, icon, is_default, user_id, id, created_at, updated_at) FROM stdin;
Favorites	\N	#336699	\N	t	\N	aaaaaaaa-0000-4000-8000-000000000001	2025-12-29 10:00:00+00	2025-12-29 10:00:00+00
Reading	\N	#336699	\N	t	\N	aaaaaaaa-0000-4000-8000-000000000002	2025-12-29 10:00:00+00	2025-12-29 10:00:00+00
Completed	\N	#336699	\N	t	\N	aaaaaaaa-0000-4000-8000-000000000003	2025-12-29 10:00:00+00	2025-12-29 10:00:00+00
On Hold	\N	#336699	\N	t	\N	aaaaaaaa-0000-4000-8000-000000000004	2025-12-29 10:00:00+00	2025-12-29 10:00:00+00
Dropped	\N	#336699	\N	t	\N	aaaaaaaa-0000-4000-8000-000000000005	2025-12-29 10:00:00+00	2025-12-29 10:00:00+00
Plan to Read	\N	#336699	\N	t	\N	aaaaaaaa-0000-4000-8000-000000000006	2025-12-29 10:00:00+00	2025-12-29 10:00:00+00
\.


--
-- Data for Name: chapter; Type: TABLE DATA; Schema: public; Owner: kuroibara
--

COPY public.chapter (manga_id, title, number, volume, language, pages_count, file_path, file_size, source, publish_at, readable_at, download_status, download_error, external_id, provider_external_ids, fallback_providers, id, created_at, updated_at) FROM stdin;
33333333-3333-4333-8333-333333333333	\N	1	1	en	\N	/app/storage/manga/33333333-3333-4333-8333-333333333333/organized/Tower of Paper/Volume 1/1 - Untitled/1 - Untitled.cbz	\N	\N	\N	\N	completed	\N	\N	\N	\N	55555555-5555-4555-8555-555555555555	2025-12-29 10:00:00+00	2025-12-29 10:00:00+00
33333333-3333-4333-8333-333333333333		3.5	\N	en	\N	/app/storage/manga/33333333-3333-4333-8333-333333333333/chapters/66666666-6666-4666-8666-666666666666	\N	\N	\N	\N	completed	\N	\N	\N	\N	66666666-6666-4666-8666-666666666666	2025-12-29 10:00:00+00	2025-12-29 10:00:00+00
\.


--
-- Data for Name: chapter_metadata; Type: TABLE DATA; Schema: public; Owner: kuroibara
--

COPY public.chapter_metadata (chapter_id, user_id, display_name, custom_cover_url, is_organized, organized_path, original_path, cbz_path, current_page, total_pages, reading_progress, last_read_at, is_completed, custom_metadata, id, created_at, updated_at) FROM stdin;
\.


--
-- Data for Name: cross_indexer_references; Type: TABLE DATA; Schema: public; Owner: kuroibara
--

COPY public.cross_indexer_references (universal_entry_id, reference_indexer, reference_id, reference_url, confidence_score, match_method, verified_by_user, verification_date, additional_metadata, id, created_at, updated_at) FROM stdin;
\.


--
-- Data for Name: download_clients; Type: TABLE DATA; Schema: public; Owner: kuroibara
--

COPY public.download_clients (name, client_type, implementation, host, port, use_ssl, username, password, api_key, settings, is_enabled, priority, default_category, download_path, last_test, is_healthy, error_message, id, created_at, updated_at) FROM stdin;
\.


--
-- Data for Name: downloads; Type: TABLE DATA; Schema: public; Owner: kuroibara
--

COPY public.downloads (manga_id, chapter_id, download_type, source_name, client_id, external_download_id, title, download_url, magnet_link, torrent_hash, status, progress, total_size, downloaded_size, download_speed, eta, download_path, final_path, started_at, completed_at, error_message, retry_count, max_retries, id, created_at, updated_at) FROM stdin;
\.


--
-- Data for Name: external_integrations; Type: TABLE DATA; Schema: public; Owner: kuroibara
--

COPY public.external_integrations (user_id, integration_type, client_id, client_secret, access_token, refresh_token, token_expires_at, external_user_id, external_username, sync_enabled, sync_reading_progress, sync_ratings, sync_status, auto_sync, last_sync_at, last_sync_status, last_sync_error, sync_count, settings, id, created_at, updated_at) FROM stdin;
\.


--
-- Data for Name: external_manga_mappings; Type: TABLE DATA; Schema: public; Owner: kuroibara
--

COPY public.external_manga_mappings (integration_id, manga_id, external_manga_id, external_title, external_url, last_synced_at, sync_status, sync_error, external_data, id, created_at, updated_at) FROM stdin;
\.


--
-- Data for Name: genre; Type: TABLE DATA; Schema: public; Owner: kuroibara
--

COPY public.genre (name, description, id, created_at, updated_at) FROM stdin;
\.


--
-- Data for Name: indexers; Type: TABLE DATA; Schema: public; Owner: kuroibara
--

COPY public.indexers (name, indexer_type, implementation, base_url, api_key, username, password, supports_search, supports_rss, settings, is_enabled, priority, last_test, is_healthy, error_message, requests_per_day, requests_today, last_request_reset, id, created_at, updated_at) FROM stdin;
\.


--
-- Data for Name: manga; Type: TABLE DATA; Schema: public; Owner: kuroibara
--

COPY public.manga (title, alternative_titles, description, cover_image, type, status, year, is_nsfw, provider, external_id, external_url, external_ids, id, created_at, updated_at) FROM stdin;
Tower of Paper	["紙の塔"]	Two lines\nwith a tab\there and a back\\slash	/app/storage/manga/33333333-3333-4333-8333-333333333333/cover.jpg	MANGA	ONGOING	\N	f	\N	\N	\N	\N	33333333-3333-4333-8333-333333333333	2025-12-29 10:00:00+00	2025-12-29 10:00:00+00
\\. is no end	[]	COPY public.users (id) FROM stdin;\n\\.\n	\N	COMIC	COMPLETED	\N	f	\N	\N	\N	\N	44444444-4444-4444-8444-444444444444	2025-12-29 10:00:00+00	2025-12-29 10:00:00+00
\.


--
-- Data for Name: manga_author; Type: TABLE DATA; Schema: public; Owner: kuroibara
--

COPY public.manga_author (manga_id, author_id) FROM stdin;
\.


--
-- Data for Name: manga_genre; Type: TABLE DATA; Schema: public; Owner: kuroibara
--

COPY public.manga_genre (manga_id, genre_id) FROM stdin;
\.


--
-- Data for Name: manga_metadata; Type: TABLE DATA; Schema: public; Owner: kuroibara
--

COPY public.manga_metadata (manga_id, user_id, display_name, custom_cover_url, custom_description, is_organized, organization_format, last_organized_at, last_read_at, reading_status, custom_metadata, id, created_at, updated_at) FROM stdin;
\.


--
-- Data for Name: manga_user_library; Type: TABLE DATA; Schema: public; Owner: kuroibara
--

COPY public.manga_user_library (user_id, manga_id, custom_title, custom_cover, notes, is_favorite, rating, is_downloaded, download_path, id, created_at, updated_at) FROM stdin;
11111111-1111-4111-8111-111111111111	33333333-3333-4333-8333-333333333333	\N	\N	\N	t	4.5	t	\N	77777777-7777-4777-8777-777777777777	2025-12-29 10:00:00+00	2025-12-29 10:00:00+00
\.


--
-- Data for Name: manga_user_library_category; Type: TABLE DATA; Schema: public; Owner: kuroibara
--

COPY public.manga_user_library_category (manga_user_library_id, category_id) FROM stdin;
\.


--
-- Data for Name: mangaupdates_entries; Type: TABLE DATA; Schema: public; Owner: kuroibara
--

COPY public.mangaupdates_entries (mu_series_id, mu_url, title, alternative_titles, description, cover_image_url, type, status, year, completed_year, is_nsfw, content_rating, genres, authors, publishers, rating, rating_count, popularity_rank, latest_chapter, total_chapters, last_refreshed, auto_refresh_enabled, raw_data, id, created_at, updated_at) FROM stdin;
\.


--
-- Data for Name: mangaupdates_mappings; Type: TABLE DATA; Schema: public; Owner: kuroibara
--

COPY public.mangaupdates_mappings (manga_id, mu_entry_id, confidence_score, mapping_source, verified_by_user, id, created_at, updated_at) FROM stdin;
\.


--
-- Data for Name: organization_history; Type: TABLE DATA; Schema: public; Owner: kuroibara
--

COPY public.organization_history (user_id, manga_id, chapter_id, operation_type, operation_status, source_path, destination_path, backup_path, naming_format_used, files_processed, errors_encountered, warnings_encountered, started_at, completed_at, duration_seconds, operation_details, id, created_at, updated_at) FROM stdin;
\.


--
-- Data for Name: organization_jobs; Type: TABLE DATA; Schema: public; Owner: kuroibara
--

COPY public.organization_jobs (user_id, job_type, job_status, total_items, processed_items, successful_items, failed_items, job_config, naming_format_manga, naming_format_chapter, started_at, completed_at, estimated_completion, result_summary, error_log, id, created_at, updated_at) FROM stdin;
\.


--
-- Data for Name: page; Type: TABLE DATA; Schema: public; Owner: kuroibara
--

COPY public.page (chapter_id, number, file_path, width, height, id, created_at, updated_at) FROM stdin;
\.


--
-- Data for Name: progress_events; Type: TABLE DATA; Schema: public; Owner: kuroibara
--

COPY public.progress_events (id, operation_id, event_type, progress_percentage, current_step, total_steps, current_step_number, message, error_message, warning_message, event_metadata, "timestamp", estimated_completion, user_id, session_id) FROM stdin;
\.


--
-- Data for Name: progress_operations; Type: TABLE DATA; Schema: public; Owner: kuroibara
--

COPY public.progress_operations (id, operation_type, title, description, status, progress_percentage, current_step, total_steps, current_step_number, started_at, completed_at, estimated_completion, last_update, error_message, warning_messages, operation_metadata, user_id, session_id, parent_operation_id, total_items, processed_items, successful_items, failed_items, is_cancellable, cancellation_token) FROM stdin;
\.


--
-- Data for Name: progress_sessions; Type: TABLE DATA; Schema: public; Owner: kuroibara
--

COPY public.progress_sessions (id, user_id, created_at, last_activity, is_active, client_info, session_metadata) FROM stdin;
session-1	\N	2025-12-29 10:00:00	2025-12-29 10:00:00	\N	\N	{"a": 1}
\.


--
-- Data for Name: provider_status; Type: TABLE DATA; Schema: public; Owner: kuroibara
--

COPY public.provider_status (provider_id, provider_name, provider_url, status, last_check, response_time, error_message, consecutive_failures, total_checks, successful_checks, uptime_percentage, is_enabled, check_interval, max_consecutive_failures, id, created_at, updated_at) FROM stdin;
\.


--
-- Data for Name: reading_list; Type: TABLE DATA; Schema: public; Owner: kuroibara
--

COPY public.reading_list (name, description, is_public, user_id, id, created_at, updated_at) FROM stdin;
\.


--
-- Data for Name: reading_list_manga; Type: TABLE DATA; Schema: public; Owner: kuroibara
--

COPY public.reading_list_manga (reading_list_id, manga_id) FROM stdin;
\.


--
-- Data for Name: reading_progress; Type: TABLE DATA; Schema: public; Owner: kuroibara
--

COPY public.reading_progress (user_id, manga_id, chapter_id, page, is_completed, id, created_at, updated_at) FROM stdin;
11111111-1111-4111-8111-111111111111	33333333-3333-4333-8333-333333333333	55555555-5555-4555-8555-555555555555	7	f	88888888-8888-4888-8888-888888888888	2025-12-29 10:00:00+00	2025-12-29 10:00:00+00
\.


--
-- Data for Name: universal_manga_entries; Type: TABLE DATA; Schema: public; Owner: kuroibara
--

COPY public.universal_manga_entries (source_indexer, source_id, source_url, title, alternative_titles, description, cover_image_url, type, status, year, completed_year, is_nsfw, content_rating, demographic, genres, tags, themes, categories, authors, artists, publishers, rating, rating_count, popularity_rank, follows, latest_chapter, total_chapters, confidence_score, data_completeness, last_refreshed, refresh_interval_hours, auto_refresh_enabled, raw_data, id, created_at, updated_at) FROM stdin;
\.


--
-- Data for Name: universal_manga_mappings; Type: TABLE DATA; Schema: public; Owner: kuroibara
--

COPY public.universal_manga_mappings (manga_id, universal_entry_id, confidence_score, mapping_source, verified_by_user, use_universal_metadata, use_universal_cover, preferred_indexer, id, created_at, updated_at) FROM stdin;
\.


--
-- Data for Name: user_provider_preferences; Type: TABLE DATA; Schema: public; Owner: kuroibara
--

COPY public.user_provider_preferences (user_id, provider_id, is_favorite, priority_order, is_enabled, id, created_at, updated_at) FROM stdin;
\.


--
-- Data for Name: users; Type: TABLE DATA; Schema: public; Owner: kuroibara
--

COPY public.users (username, email, hashed_password, full_name, is_active, is_superuser, two_fa_secret, two_fa_enabled, avatar, bio, anilist_username, myanimelist_username, provider_check_interval, theme, nsfw_blur, download_quality, download_path, naming_format_manga, naming_format_chapter, preferred_structure_pattern, auto_organize_imports, create_cbz_files, preserve_original_files, chapter_auto_refresh_interval, chapter_check_on_tab_focus, chapter_show_update_notifications, chapter_enable_manual_refresh, storage_type, max_upload_size, id, created_at, updated_at) FROM stdin;
anna	anna@example.org	$2b$12$not-a-real-hash	Anna	t	f	\N	f	\N	\N	\N	\N	60	light	t	high	/app/storage	{Manga Title}/Volume {Volume}/{Chapter Number} - {Chapter Name}	{Chapter Number} - {Chapter Name}	volume	t	t	f	300	t	t	t	local	100MB	11111111-1111-4111-8111-111111111111	2025-12-29 10:00:00+00	2025-12-29 10:00:00+00
ben	ben@example.org	$2b$12$not-a-real-hash	\N	t	f	JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP	t	\N	\N	\N	\N	60	light	t	high	/app/storage	{Manga Title}/Volume {Volume}/{Chapter Number} - {Chapter Name}	{Chapter Number} - {Chapter Name}	volume	t	t	f	300	t	t	t	local	100MB	22222222-2222-4222-8222-222222222222	2025-12-29 10:00:00+00	2025-12-29 10:00:00+00
\.


--
-- Name: author author_pkey; Type: CONSTRAINT; Schema: public; Owner: kuroibara
--

ALTER TABLE ONLY public.author
    ADD CONSTRAINT author_pkey PRIMARY KEY (id);


--
-- Name: bookmark bookmark_pkey; Type: CONSTRAINT; Schema: public; Owner: kuroibara
--

ALTER TABLE ONLY public.bookmark
    ADD CONSTRAINT bookmark_pkey PRIMARY KEY (id);


--
-- Name: category category_pkey; Type: CONSTRAINT; Schema: public; Owner: kuroibara
--

ALTER TABLE ONLY public.category
    ADD CONSTRAINT category_pkey PRIMARY KEY (id);


--
-- Name: chapter_metadata chapter_metadata_chapter_id_key; Type: CONSTRAINT; Schema: public; Owner: kuroibara
--

ALTER TABLE ONLY public.chapter_metadata
    ADD CONSTRAINT chapter_metadata_chapter_id_key UNIQUE (chapter_id);


--
-- Name: chapter_metadata chapter_metadata_pkey; Type: CONSTRAINT; Schema: public; Owner: kuroibara
--

ALTER TABLE ONLY public.chapter_metadata
    ADD CONSTRAINT chapter_metadata_pkey PRIMARY KEY (id);


--
-- Name: chapter chapter_pkey; Type: CONSTRAINT; Schema: public; Owner: kuroibara
--

ALTER TABLE ONLY public.chapter
    ADD CONSTRAINT chapter_pkey PRIMARY KEY (id);


--
-- Name: cross_indexer_references cross_indexer_references_pkey; Type: CONSTRAINT; Schema: public; Owner: kuroibara
--

ALTER TABLE ONLY public.cross_indexer_references
    ADD CONSTRAINT cross_indexer_references_pkey PRIMARY KEY (id);


--
-- Name: cross_indexer_references cross_indexer_references_universal_entry_id_reference_index_key; Type: CONSTRAINT; Schema: public; Owner: kuroibara
--

ALTER TABLE ONLY public.cross_indexer_references
    ADD CONSTRAINT cross_indexer_references_universal_entry_id_reference_index_key UNIQUE (universal_entry_id, reference_indexer, reference_id);


--
-- Name: download_clients download_clients_pkey; Type: CONSTRAINT; Schema: public; Owner: kuroibara
--

ALTER TABLE ONLY public.download_clients
    ADD CONSTRAINT download_clients_pkey PRIMARY KEY (id);


--
-- Name: downloads downloads_pkey; Type: CONSTRAINT; Schema: public; Owner: kuroibara
--

ALTER TABLE ONLY public.downloads
    ADD CONSTRAINT downloads_pkey PRIMARY KEY (id);


--
-- Name: external_integrations external_integrations_pkey; Type: CONSTRAINT; Schema: public; Owner: kuroibara
--

ALTER TABLE ONLY public.external_integrations
    ADD CONSTRAINT external_integrations_pkey PRIMARY KEY (id);


--
-- Name: external_integrations external_integrations_user_id_integration_type_key; Type: CONSTRAINT; Schema: public; Owner: kuroibara
--

ALTER TABLE ONLY public.external_integrations
    ADD CONSTRAINT external_integrations_user_id_integration_type_key UNIQUE (user_id, integration_type);


--
-- Name: external_manga_mappings external_manga_mappings_integration_id_external_manga_id_key; Type: CONSTRAINT; Schema: public; Owner: kuroibara
--

ALTER TABLE ONLY public.external_manga_mappings
    ADD CONSTRAINT external_manga_mappings_integration_id_external_manga_id_key UNIQUE (integration_id, external_manga_id);


--
-- Name: external_manga_mappings external_manga_mappings_integration_id_manga_id_key; Type: CONSTRAINT; Schema: public; Owner: kuroibara
--

ALTER TABLE ONLY public.external_manga_mappings
    ADD CONSTRAINT external_manga_mappings_integration_id_manga_id_key UNIQUE (integration_id, manga_id);


--
-- Name: external_manga_mappings external_manga_mappings_pkey; Type: CONSTRAINT; Schema: public; Owner: kuroibara
--

ALTER TABLE ONLY public.external_manga_mappings
    ADD CONSTRAINT external_manga_mappings_pkey PRIMARY KEY (id);


--
-- Name: genre genre_pkey; Type: CONSTRAINT; Schema: public; Owner: kuroibara
--

ALTER TABLE ONLY public.genre
    ADD CONSTRAINT genre_pkey PRIMARY KEY (id);


--
-- Name: indexers indexers_pkey; Type: CONSTRAINT; Schema: public; Owner: kuroibara
--

ALTER TABLE ONLY public.indexers
    ADD CONSTRAINT indexers_pkey PRIMARY KEY (id);


--
-- Name: manga_author manga_author_pkey; Type: CONSTRAINT; Schema: public; Owner: kuroibara
--

ALTER TABLE ONLY public.manga_author
    ADD CONSTRAINT manga_author_pkey PRIMARY KEY (manga_id, author_id);


--
-- Name: manga_genre manga_genre_pkey; Type: CONSTRAINT; Schema: public; Owner: kuroibara
--

ALTER TABLE ONLY public.manga_genre
    ADD CONSTRAINT manga_genre_pkey PRIMARY KEY (manga_id, genre_id);


--
-- Name: manga_metadata manga_metadata_manga_id_key; Type: CONSTRAINT; Schema: public; Owner: kuroibara
--

ALTER TABLE ONLY public.manga_metadata
    ADD CONSTRAINT manga_metadata_manga_id_key UNIQUE (manga_id);


--
-- Name: manga_metadata manga_metadata_pkey; Type: CONSTRAINT; Schema: public; Owner: kuroibara
--

ALTER TABLE ONLY public.manga_metadata
    ADD CONSTRAINT manga_metadata_pkey PRIMARY KEY (id);


--
-- Name: manga manga_pkey; Type: CONSTRAINT; Schema: public; Owner: kuroibara
--

ALTER TABLE ONLY public.manga
    ADD CONSTRAINT manga_pkey PRIMARY KEY (id);


--
-- Name: manga_user_library_category manga_user_library_category_pkey; Type: CONSTRAINT; Schema: public; Owner: kuroibara
--

ALTER TABLE ONLY public.manga_user_library_category
    ADD CONSTRAINT manga_user_library_category_pkey PRIMARY KEY (manga_user_library_id, category_id);


--
-- Name: manga_user_library manga_user_library_pkey; Type: CONSTRAINT; Schema: public; Owner: kuroibara
--

ALTER TABLE ONLY public.manga_user_library
    ADD CONSTRAINT manga_user_library_pkey PRIMARY KEY (id);


--
-- Name: manga_user_library manga_user_library_user_id_manga_id_key; Type: CONSTRAINT; Schema: public; Owner: kuroibara
--

ALTER TABLE ONLY public.manga_user_library
    ADD CONSTRAINT manga_user_library_user_id_manga_id_key UNIQUE (user_id, manga_id);


--
-- Name: mangaupdates_entries mangaupdates_entries_pkey; Type: CONSTRAINT; Schema: public; Owner: kuroibara
--

ALTER TABLE ONLY public.mangaupdates_entries
    ADD CONSTRAINT mangaupdates_entries_pkey PRIMARY KEY (id);


--
-- Name: mangaupdates_mappings mangaupdates_mappings_pkey; Type: CONSTRAINT; Schema: public; Owner: kuroibara
--

ALTER TABLE ONLY public.mangaupdates_mappings
    ADD CONSTRAINT mangaupdates_mappings_pkey PRIMARY KEY (id);


--
-- Name: organization_history organization_history_pkey; Type: CONSTRAINT; Schema: public; Owner: kuroibara
--

ALTER TABLE ONLY public.organization_history
    ADD CONSTRAINT organization_history_pkey PRIMARY KEY (id);


--
-- Name: organization_jobs organization_jobs_pkey; Type: CONSTRAINT; Schema: public; Owner: kuroibara
--

ALTER TABLE ONLY public.organization_jobs
    ADD CONSTRAINT organization_jobs_pkey PRIMARY KEY (id);


--
-- Name: page page_pkey; Type: CONSTRAINT; Schema: public; Owner: kuroibara
--

ALTER TABLE ONLY public.page
    ADD CONSTRAINT page_pkey PRIMARY KEY (id);


--
-- Name: progress_events progress_events_pkey; Type: CONSTRAINT; Schema: public; Owner: kuroibara
--

ALTER TABLE ONLY public.progress_events
    ADD CONSTRAINT progress_events_pkey PRIMARY KEY (id);


--
-- Name: progress_operations progress_operations_pkey; Type: CONSTRAINT; Schema: public; Owner: kuroibara
--

ALTER TABLE ONLY public.progress_operations
    ADD CONSTRAINT progress_operations_pkey PRIMARY KEY (id);


--
-- Name: progress_sessions progress_sessions_pkey; Type: CONSTRAINT; Schema: public; Owner: kuroibara
--

ALTER TABLE ONLY public.progress_sessions
    ADD CONSTRAINT progress_sessions_pkey PRIMARY KEY (id);


--
-- Name: provider_status provider_status_pkey; Type: CONSTRAINT; Schema: public; Owner: kuroibara
--

ALTER TABLE ONLY public.provider_status
    ADD CONSTRAINT provider_status_pkey PRIMARY KEY (id);


--
-- Name: reading_list_manga reading_list_manga_pkey; Type: CONSTRAINT; Schema: public; Owner: kuroibara
--

ALTER TABLE ONLY public.reading_list_manga
    ADD CONSTRAINT reading_list_manga_pkey PRIMARY KEY (reading_list_id, manga_id);


--
-- Name: reading_list reading_list_pkey; Type: CONSTRAINT; Schema: public; Owner: kuroibara
--

ALTER TABLE ONLY public.reading_list
    ADD CONSTRAINT reading_list_pkey PRIMARY KEY (id);


--
-- Name: reading_progress reading_progress_pkey; Type: CONSTRAINT; Schema: public; Owner: kuroibara
--

ALTER TABLE ONLY public.reading_progress
    ADD CONSTRAINT reading_progress_pkey PRIMARY KEY (id);


--
-- Name: universal_manga_entries universal_manga_entries_pkey; Type: CONSTRAINT; Schema: public; Owner: kuroibara
--

ALTER TABLE ONLY public.universal_manga_entries
    ADD CONSTRAINT universal_manga_entries_pkey PRIMARY KEY (id);


--
-- Name: universal_manga_entries universal_manga_entries_source_indexer_source_id_key; Type: CONSTRAINT; Schema: public; Owner: kuroibara
--

ALTER TABLE ONLY public.universal_manga_entries
    ADD CONSTRAINT universal_manga_entries_source_indexer_source_id_key UNIQUE (source_indexer, source_id);


--
-- Name: universal_manga_mappings universal_manga_mappings_pkey; Type: CONSTRAINT; Schema: public; Owner: kuroibara
--

ALTER TABLE ONLY public.universal_manga_mappings
    ADD CONSTRAINT universal_manga_mappings_pkey PRIMARY KEY (id);


--
-- Name: user_provider_preferences user_provider_preferences_pkey; Type: CONSTRAINT; Schema: public; Owner: kuroibara
--

ALTER TABLE ONLY public.user_provider_preferences
    ADD CONSTRAINT user_provider_preferences_pkey PRIMARY KEY (id);


--
-- Name: user_provider_preferences user_provider_preferences_user_id_provider_id_key; Type: CONSTRAINT; Schema: public; Owner: kuroibara
--

ALTER TABLE ONLY public.user_provider_preferences
    ADD CONSTRAINT user_provider_preferences_user_id_provider_id_key UNIQUE (user_id, provider_id);


--
-- Name: users users_pkey; Type: CONSTRAINT; Schema: public; Owner: kuroibara
--

ALTER TABLE ONLY public.users
    ADD CONSTRAINT users_pkey PRIMARY KEY (id);


--
-- Name: ix_genre_name; Type: INDEX; Schema: public; Owner: kuroibara
--

CREATE UNIQUE INDEX ix_genre_name ON public.genre USING btree (name);


--
-- Name: ix_mangaupdates_entries_mu_series_id; Type: INDEX; Schema: public; Owner: kuroibara
--

CREATE UNIQUE INDEX ix_mangaupdates_entries_mu_series_id ON public.mangaupdates_entries USING btree (mu_series_id);


--
-- Name: ix_provider_status_provider_id; Type: INDEX; Schema: public; Owner: kuroibara
--

CREATE UNIQUE INDEX ix_provider_status_provider_id ON public.provider_status USING btree (provider_id);


--
-- Name: ix_users_email; Type: INDEX; Schema: public; Owner: kuroibara
--

CREATE UNIQUE INDEX ix_users_email ON public.users USING btree (email);


--
-- Name: ix_users_username; Type: INDEX; Schema: public; Owner: kuroibara
--

CREATE UNIQUE INDEX ix_users_username ON public.users USING btree (username);


--
-- Name: bookmark bookmark_chapter_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kuroibara
--

ALTER TABLE ONLY public.bookmark
    ADD CONSTRAINT bookmark_chapter_id_fkey FOREIGN KEY (chapter_id) REFERENCES public.chapter(id);


--
-- Name: bookmark bookmark_manga_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kuroibara
--

ALTER TABLE ONLY public.bookmark
    ADD CONSTRAINT bookmark_manga_id_fkey FOREIGN KEY (manga_id) REFERENCES public.manga(id);


--
-- Name: bookmark bookmark_user_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kuroibara
--

ALTER TABLE ONLY public.bookmark
    ADD CONSTRAINT bookmark_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);


--
-- Name: category category_user_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kuroibara
--

ALTER TABLE ONLY public.category
    ADD CONSTRAINT category_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);


--
-- Name: chapter chapter_manga_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kuroibara
--

ALTER TABLE ONLY public.chapter
    ADD CONSTRAINT chapter_manga_id_fkey FOREIGN KEY (manga_id) REFERENCES public.manga(id);


--
-- Name: chapter_metadata chapter_metadata_chapter_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kuroibara
--

ALTER TABLE ONLY public.chapter_metadata
    ADD CONSTRAINT chapter_metadata_chapter_id_fkey FOREIGN KEY (chapter_id) REFERENCES public.chapter(id);


--
-- Name: chapter_metadata chapter_metadata_user_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kuroibara
--

ALTER TABLE ONLY public.chapter_metadata
    ADD CONSTRAINT chapter_metadata_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);


--
-- Name: cross_indexer_references cross_indexer_references_universal_entry_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kuroibara
--

ALTER TABLE ONLY public.cross_indexer_references
    ADD CONSTRAINT cross_indexer_references_universal_entry_id_fkey FOREIGN KEY (universal_entry_id) REFERENCES public.universal_manga_entries(id);


--
-- Name: downloads downloads_chapter_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kuroibara
--

ALTER TABLE ONLY public.downloads
    ADD CONSTRAINT downloads_chapter_id_fkey FOREIGN KEY (chapter_id) REFERENCES public.chapter(id);


--
-- Name: downloads downloads_client_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kuroibara
--

ALTER TABLE ONLY public.downloads
    ADD CONSTRAINT downloads_client_id_fkey FOREIGN KEY (client_id) REFERENCES public.download_clients(id);


--
-- Name: downloads downloads_manga_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kuroibara
--

ALTER TABLE ONLY public.downloads
    ADD CONSTRAINT downloads_manga_id_fkey FOREIGN KEY (manga_id) REFERENCES public.manga(id);


--
-- Name: external_integrations external_integrations_user_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kuroibara
--

ALTER TABLE ONLY public.external_integrations
    ADD CONSTRAINT external_integrations_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;


--
-- Name: external_manga_mappings external_manga_mappings_integration_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kuroibara
--

ALTER TABLE ONLY public.external_manga_mappings
    ADD CONSTRAINT external_manga_mappings_integration_id_fkey FOREIGN KEY (integration_id) REFERENCES public.external_integrations(id) ON DELETE CASCADE;


--
-- Name: external_manga_mappings external_manga_mappings_manga_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kuroibara
--

ALTER TABLE ONLY public.external_manga_mappings
    ADD CONSTRAINT external_manga_mappings_manga_id_fkey FOREIGN KEY (manga_id) REFERENCES public.manga(id) ON DELETE CASCADE;


--
-- Name: manga_author manga_author_author_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kuroibara
--

ALTER TABLE ONLY public.manga_author
    ADD CONSTRAINT manga_author_author_id_fkey FOREIGN KEY (author_id) REFERENCES public.author(id);


--
-- Name: manga_author manga_author_manga_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kuroibara
--

ALTER TABLE ONLY public.manga_author
    ADD CONSTRAINT manga_author_manga_id_fkey FOREIGN KEY (manga_id) REFERENCES public.manga(id);


--
-- Name: manga_genre manga_genre_genre_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kuroibara
--

ALTER TABLE ONLY public.manga_genre
    ADD CONSTRAINT manga_genre_genre_id_fkey FOREIGN KEY (genre_id) REFERENCES public.genre(id);


--
-- Name: manga_genre manga_genre_manga_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kuroibara
--

ALTER TABLE ONLY public.manga_genre
    ADD CONSTRAINT manga_genre_manga_id_fkey FOREIGN KEY (manga_id) REFERENCES public.manga(id);


--
-- Name: manga_metadata manga_metadata_manga_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kuroibara
--

ALTER TABLE ONLY public.manga_metadata
    ADD CONSTRAINT manga_metadata_manga_id_fkey FOREIGN KEY (manga_id) REFERENCES public.manga(id);


--
-- Name: manga_metadata manga_metadata_user_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kuroibara
--

ALTER TABLE ONLY public.manga_metadata
    ADD CONSTRAINT manga_metadata_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);


--
-- Name: manga_user_library_category manga_user_library_category_category_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kuroibara
--

ALTER TABLE ONLY public.manga_user_library_category
    ADD CONSTRAINT manga_user_library_category_category_id_fkey FOREIGN KEY (category_id) REFERENCES public.category(id);


--
-- Name: manga_user_library_category manga_user_library_category_manga_user_library_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kuroibara
--

ALTER TABLE ONLY public.manga_user_library_category
    ADD CONSTRAINT manga_user_library_category_manga_user_library_id_fkey FOREIGN KEY (manga_user_library_id) REFERENCES public.manga_user_library(id);


--
-- Name: manga_user_library manga_user_library_manga_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kuroibara
--

ALTER TABLE ONLY public.manga_user_library
    ADD CONSTRAINT manga_user_library_manga_id_fkey FOREIGN KEY (manga_id) REFERENCES public.manga(id);


--
-- Name: manga_user_library manga_user_library_user_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kuroibara
--

ALTER TABLE ONLY public.manga_user_library
    ADD CONSTRAINT manga_user_library_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);


--
-- Name: mangaupdates_mappings mangaupdates_mappings_manga_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kuroibara
--

ALTER TABLE ONLY public.mangaupdates_mappings
    ADD CONSTRAINT mangaupdates_mappings_manga_id_fkey FOREIGN KEY (manga_id) REFERENCES public.manga(id);


--
-- Name: mangaupdates_mappings mangaupdates_mappings_mu_entry_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kuroibara
--

ALTER TABLE ONLY public.mangaupdates_mappings
    ADD CONSTRAINT mangaupdates_mappings_mu_entry_id_fkey FOREIGN KEY (mu_entry_id) REFERENCES public.mangaupdates_entries(id);


--
-- Name: organization_history organization_history_chapter_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kuroibara
--

ALTER TABLE ONLY public.organization_history
    ADD CONSTRAINT organization_history_chapter_id_fkey FOREIGN KEY (chapter_id) REFERENCES public.chapter(id);


--
-- Name: organization_history organization_history_manga_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kuroibara
--

ALTER TABLE ONLY public.organization_history
    ADD CONSTRAINT organization_history_manga_id_fkey FOREIGN KEY (manga_id) REFERENCES public.manga(id);


--
-- Name: organization_history organization_history_user_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kuroibara
--

ALTER TABLE ONLY public.organization_history
    ADD CONSTRAINT organization_history_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);


--
-- Name: organization_jobs organization_jobs_user_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kuroibara
--

ALTER TABLE ONLY public.organization_jobs
    ADD CONSTRAINT organization_jobs_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);


--
-- Name: page page_chapter_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kuroibara
--

ALTER TABLE ONLY public.page
    ADD CONSTRAINT page_chapter_id_fkey FOREIGN KEY (chapter_id) REFERENCES public.chapter(id);


--
-- Name: progress_events progress_events_operation_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kuroibara
--

ALTER TABLE ONLY public.progress_events
    ADD CONSTRAINT progress_events_operation_id_fkey FOREIGN KEY (operation_id) REFERENCES public.progress_operations(id);


--
-- Name: progress_operations progress_operations_parent_operation_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kuroibara
--

ALTER TABLE ONLY public.progress_operations
    ADD CONSTRAINT progress_operations_parent_operation_id_fkey FOREIGN KEY (parent_operation_id) REFERENCES public.progress_operations(id);


--
-- Name: reading_list_manga reading_list_manga_manga_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kuroibara
--

ALTER TABLE ONLY public.reading_list_manga
    ADD CONSTRAINT reading_list_manga_manga_id_fkey FOREIGN KEY (manga_id) REFERENCES public.manga(id);


--
-- Name: reading_list_manga reading_list_manga_reading_list_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kuroibara
--

ALTER TABLE ONLY public.reading_list_manga
    ADD CONSTRAINT reading_list_manga_reading_list_id_fkey FOREIGN KEY (reading_list_id) REFERENCES public.reading_list(id);


--
-- Name: reading_list reading_list_user_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kuroibara
--

ALTER TABLE ONLY public.reading_list
    ADD CONSTRAINT reading_list_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);


--
-- Name: reading_progress reading_progress_chapter_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kuroibara
--

ALTER TABLE ONLY public.reading_progress
    ADD CONSTRAINT reading_progress_chapter_id_fkey FOREIGN KEY (chapter_id) REFERENCES public.chapter(id);


--
-- Name: reading_progress reading_progress_manga_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kuroibara
--

ALTER TABLE ONLY public.reading_progress
    ADD CONSTRAINT reading_progress_manga_id_fkey FOREIGN KEY (manga_id) REFERENCES public.manga(id);


--
-- Name: reading_progress reading_progress_user_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kuroibara
--

ALTER TABLE ONLY public.reading_progress
    ADD CONSTRAINT reading_progress_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);


--
-- Name: universal_manga_mappings universal_manga_mappings_manga_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kuroibara
--

ALTER TABLE ONLY public.universal_manga_mappings
    ADD CONSTRAINT universal_manga_mappings_manga_id_fkey FOREIGN KEY (manga_id) REFERENCES public.manga(id);


--
-- Name: universal_manga_mappings universal_manga_mappings_universal_entry_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kuroibara
--

ALTER TABLE ONLY public.universal_manga_mappings
    ADD CONSTRAINT universal_manga_mappings_universal_entry_id_fkey FOREIGN KEY (universal_entry_id) REFERENCES public.universal_manga_entries(id);


--
-- Name: user_provider_preferences user_provider_preferences_user_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kuroibara
--

ALTER TABLE ONLY public.user_provider_preferences
    ADD CONSTRAINT user_provider_preferences_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;


--
-- PostgreSQL database dump complete
--

\unrestrict FjkeWP5UCnWJftcmDIYPgdLuAe7Xuokuc0c3PgPPk8A5GHgAG9WU4rLmgYjHjLG

