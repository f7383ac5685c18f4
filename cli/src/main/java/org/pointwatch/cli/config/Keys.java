// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.pointwatch.models.ModelSettings;

/** Every setting, one line each; reading, --help and docs/configuration.md come from this table. */
public final class Keys {
    /** Keys below this are handed to every Kafka client as they are, without the prefix. */
    public static final String RAW_KAFKA = "kafka.";

    private static final String NAME = "[A-Za-z0-9._-]{0,100}";

    // spotless:off
    public static final Key<Path> DATA = key(
            "data",
            Kind.PATH,
            "./data",
            "Everything this machine keeps: embedded broker and database, state stores, the instance's id.");
    public static final Key<Path> DOSSIER =
            key("dossier", Kind.PATH, "", "The dossier file to follow; none takes the shipped one.");
    public static final Key<Path> FEEDS =
            key("feeds", Kind.PATH, "", "OPML file of the feeds to poll; none takes the shipped one.");
    public static final Key<String> TOPICS_PREFIX = key(
            "topics.prefix",
            Kind.text("letters, digits, hyphens", t -> t.matches("[A-Za-z0-9-]{1,60}")),
            "pointwatch-",
            "Put before every topic, group and transaction, so that one ACL covers them.");
    public static final Key<String> TOPICS_SOURCE_PREFIX = key(
            "topics.source-prefix",
            Kind.text("letters, digits, hyphens", t -> t.matches("[A-Za-z0-9-]{1,60}")),
            "",
            "Put before articles and overrides instead: for a shadow that reprocess made; none takes topics.prefix.");
    public static final Key<Integer> TOPICS_PARTITIONS = key(
            "topics.partitions",
            Kind.number(1, 1000),
            "6",
            "Partitions of every topic that has more than one; fixed when the topics are created.");
    public static final Key<Integer> TOPICS_REPLICATION = key(
            "topics.replication",
            Kind.number("-1 (the broker's default) or a number of copies", -1, 32),
            "-1",
            "Copies of every topic, the internal ones too.");
    public static final Key<String> BOOTSTRAP = key(
            "kafka.bootstrap.servers",
            Kind.TEXT,
            "",
            "Kafka's addresses, host:port with commas; empty starts an embedded broker (demo, run, broker).");
    public static final Key<String> DB_URL =
            key("db.url", Kind.jdbc(), "", "PostgreSQL's address; empty starts an embedded one (demo, run, broker).");
    public static final Key<String> DB_USER = key("db.user", Kind.TEXT, "pointwatch", "Role that owns the tables.");
    public static final Key<String> DB_PASSWORD = secret("db.password", "The role's password.");
    public static final Key<Duration> DB_RETENTION = key(
            "db.retention",
            Kind.DURATION_KIND,
            "400d",
            "How long rows are kept by event time, by whole months; 0d keeps them for good, such as for an old archive.");
    public static final Key<String> INSTANCE_ID = key(
            "instance.id",
            Kind.text("letters, digits, dots, hyphens and underscores", t -> t.matches(NAME)),
            "",
            "This instance's name in its groups, the same after each restart; none takes one from the data directory.");
    public static final Key<Integer> PROCESS_THREADS =
            key("process.threads", Kind.number(1, 256), "2", "Threads of the topology; more than partitions x 3 idle.");
    public static final Key<Duration> PROCESS_COMMIT = key(
            "process.commit-interval",
            Kind.DURATION_KIND,
            "200ms",
            "How often results become visible; every hop through a topic waits for it.");
    public static final Key<Duration> PROCESS_SESSION = key(
            "process.session-timeout",
            Kind.DURATION_KIND,
            "10s",
            "How long a killed instance is waited for before others take over.");
    public static final Key<Integer> PROCESS_STANDBYS = key(
            "process.standbys",
            Kind.number(0, 9),
            "0",
            "Copies of each store that other instances keep up, so that a take-over restores little; needs as many more instances.");
    public static final Key<Integer> FETCH_THREADS =
            key("fetch.threads", Kind.number(1, 512), "8", "Feeds polled at the same time.");
    public static final Key<Duration> FETCH_INTERVAL = key(
            "fetch.interval",
            Kind.DURATION_KIND,
            "1h",
            "Mean interval over all feeds: polls go to the feeds and hours where news come, and are no more than this allows.");
    public static final Key<Duration> FETCH_MIN =
            key("fetch.min-interval", Kind.DURATION_KIND, "15m", "A feed is never polled more often.");
    public static final Key<Duration> FETCH_MAX =
            key("fetch.max-interval", Kind.DURATION_KIND, "1d", "Nor less often, however it fails.");
    public static final Key<Duration> FETCH_SPACING =
            key("fetch.host-spacing", Kind.DURATION_KIND, "5s", "Pause between two requests to one host.");
    public static final Key<Duration> FETCH_PER_ADDRESS = key(
            "fetch.per-address",
            Kind.DURATION_KIND,
            "1s",
            "Pause between two requests to one IP address, one at a time, whatever domains share it; loopback is free; 0s sets no limit.");
    public static final Key<String> FETCH_CONTACT = key(
            "fetch.contact",
            Kind.httpAddress(),
            "",
            "Address that the fetcher's User-Agent names, for those who run the feeds.");
    public static final Key<String> FETCH_EXCEPTIONS = key(
            "fetch.address-exceptions",
            Kind.TEXT,
            "",
            "Servers (host:port, with commas between) that are asked though they are not public or not on a usual port.");
    public static final Key<Integer> FETCH_PAGES = key(
            "fetch.pages",
            Kind.number(0, 64),
            "4",
            "Article pages read at the same time, behind the feeds and as robots.txt allows; 0 leaves articles as their feeds tell them.");
    public static final Key<String> WEBSUB_CALLBACK = key(
            "websub.callback",
            Kind.text(
                    "an http(s) address without query",
                    t -> t.isEmpty() || t.matches("https?://[A-Za-z0-9.:\\[\\]-]+(/[A-Za-z0-9._~/-]*)?")),
            "",
            "Public address under which hubs (WebSub) reach websub.listen through your proxy; none asks no hub.");
    public static final Key<String> WEBSUB_LISTEN = key(
            "websub.listen",
            Kind.text(
                    "an address and a port such as 127.0.0.1:8090", t -> t.matches("[A-Za-z0-9.:\\[\\]-]+:[0-9]{1,5}")),
            "127.0.0.1:8090",
            "Where the fetcher listens to hubs, if websub.callback is set; put a proxy with TLS in front.");
    public static final Key<Path> SENTIMENT_MODEL = key(
            ModelSettings.MODEL_KEY,
            Kind.PATH,
            "",
            "Directory of a sentiment model of your own (docs/models.md), model.onnx and tokenizer.json; none takes the built-in one.");
    public static final Key<String> SENTIMENT_LABELS = key(
            ModelSettings.LABELS_KEY,
            Kind.TEXT,
            "",
            "What its labels say, by name or place: LABEL_0=negative, LABEL_1=neutral, LABEL_2=positive; none takes the names in its config.json.");
    public static final Key<String> SENTIMENT_TARGET = key(
            ModelSettings.PLACE_KEY,
            Kind.text("pair, marked or sentence", t -> t.matches("pair|marked|sentence")),
            "pair",
            "How it is given the target: as a second text, marked in the sentence, or not at all.");
    public static final Key<String> SENTIMENT_FORM = key(
            ModelSettings.FORM_KEY,
            Kind.TEXT,
            "",
            "How the target is written, {target} standing for it: the marks it was trained with, or a hypothesis for an NLI model.");
    public static final Key<String> SENTIMENT_LANGUAGES = key(
            ModelSettings.LANGUAGES_KEY,
            Kind.text("language codes such as en,uk", t -> t.matches("[a-z]{2}( ?, ?[a-z]{2}){0,99}")),
            "",
            "Languages it reads; it abstains in all others; none takes it to read any.");
    public static final Key<Integer> SENTIMENT_MAX_TOKENS = key(
            ModelSettings.MAX_TOKENS_KEY,
            Kind.number(8, 4096),
            "128",
            "Tokens it is given at most, its own marks included; a longer sentence is cut around the target.");
    public static final Key<String> DESK_HOST =
            key("desk.host", Kind.TEXT, "127.0.0.1", "Address the desk listens on; any but loopback needs a token.");
    public static final Key<Integer> DESK_PORT = key("desk.port", Kind.PORT, "8080", "Port of the desk.");
    public static final Key<String> DESK_TOKEN =
            secret("desk.token", "Asked of every visitor of the desk if set: 16 to 200 letters and digits.");
    public static final Key<String> DESK_WRITE_TOKEN = secret(
            "desk.write.token",
            "Lets its bearer read and write: decide on stories, acknowledge and mute alerts. Without one nobody decides.");
    public static final Key<String> DESK_HOSTS = key(
            "desk.allowed.hosts",
            Kind.TEXT,
            "",
            "Names under which browsers may reach the desk beside its address and the loopback names, with commas between.");
    public static final Key<String> DESK_ADDRESS = key(
            "desk.address",
            Kind.text(
                    "an http(s) address without a path",
                    t -> t.isEmpty() || t.matches("https?://[A-Za-z0-9.:\\[\\]-]+/?")),
            "",
            "Address under which readers reach the desk, such as https://desk.example: what leaves the desk leads there, and its"
                    + " name is allowed; without it feeds and briefs take what each reader asked for, the rest has no links to the desk.");
    public static final Key<Path> ALERTS_DESTINATIONS = key(
            "alerts.destinations",
            Kind.PATH,
            "",
            "YAML file that says where the desk sends alerts (docs/operations.md); none sends them nowhere.");
    public static final Key<String> MAIL_HOST =
            key("mail.host", Kind.TEXT, "", "SMTP server that takes the mail of alerts.destinations.");
    public static final Key<Integer> MAIL_PORT = key("mail.port", Kind.number(1, 65_535), "587", "Its port.");
    public static final Key<String> MAIL_SECURITY = key(
            "mail.security",
            Kind.text("starttls, tls or none", t -> t.matches("starttls|tls|none")),
            "starttls",
            "How the connection is encrypted; none is for a server on this machine.");
    public static final Key<String> MAIL_FROM = key(
            "mail.from",
            Kind.text("a mailbox such as watch@news.example", t -> t.isEmpty() || t.matches("[^@\\s<>]+@[^@\\s<>]+")),
            "",
            "Mailbox that the mail comes from.");
    public static final Key<String> MAIL_USER =
            key("mail.user", Kind.TEXT, "", "Name at the server; none if it asks for none.");
    public static final Key<String> MAIL_PASSWORD = secret("mail.password", "The name's password.");
    public static final Key<String> METRICS_HOST =
            key("metrics.host", Kind.TEXT, "127.0.0.1", "Address of /metrics and /health of each role.");
    public static final Key<Integer> METRICS_PORT = key(
            "metrics.port",
            Kind.number("-1 (off) or a port from 0 (any free one) to 65535", -1, 65_535),
            "0",
            "Port of /metrics and /health; -1 turns both off.");
    public static final Key<String> BROKER_HOST = key(
            "broker.host",
            Kind.TEXT,
            "127.0.0.1",
            "Address the embedded broker and database listen on. The broker asks for no password.");
    public static final Key<String> BROKER_ADVERTISED = key(
            "broker.advertised-host",
            Kind.TEXT,
            "",
            "Name under which clients come back to the embedded broker; needed where it listens on 0.0.0.0.");
    public static final Key<Integer> BROKER_PORT =
            key("broker.port", Kind.PORT, "0", "Port of the embedded broker, remembered in the data directory.");
    public static final Key<Integer> POSTGRES_PORT =
            key("postgres.port", Kind.PORT, "0", "Port of the embedded database, remembered in the data directory.");

    /** In the order of the documentation. */
    public static final List<Key<?>> EVERY = List.of(
            DATA,
            DOSSIER,
            FEEDS,
            INSTANCE_ID,
            BOOTSTRAP,
            TOPICS_PREFIX,
            TOPICS_SOURCE_PREFIX,
            TOPICS_PARTITIONS,
            TOPICS_REPLICATION,
            DB_URL,
            DB_USER,
            DB_PASSWORD,
            DB_RETENTION,
            FETCH_THREADS,
            FETCH_INTERVAL,
            FETCH_MIN,
            FETCH_MAX,
            FETCH_SPACING,
            FETCH_PER_ADDRESS,
            FETCH_CONTACT,
            FETCH_EXCEPTIONS,
            FETCH_PAGES,
            WEBSUB_CALLBACK,
            WEBSUB_LISTEN,
            PROCESS_THREADS,
            PROCESS_COMMIT,
            PROCESS_SESSION,
            PROCESS_STANDBYS,
            SENTIMENT_MODEL,
            SENTIMENT_LABELS,
            SENTIMENT_TARGET,
            SENTIMENT_FORM,
            SENTIMENT_LANGUAGES,
            SENTIMENT_MAX_TOKENS,
            DESK_HOST,
            DESK_PORT,
            DESK_TOKEN,
            DESK_WRITE_TOKEN,
            DESK_HOSTS,
            DESK_ADDRESS,
            ALERTS_DESTINATIONS,
            MAIL_HOST,
            MAIL_PORT,
            MAIL_SECURITY,
            MAIL_FROM,
            MAIL_USER,
            MAIL_PASSWORD,
            METRICS_HOST,
            METRICS_PORT,
            BROKER_HOST,
            BROKER_ADVERTISED,
            BROKER_PORT,
            POSTGRES_PORT);
    // spotless:on

    private Keys() {}

    private static <T> Key<T> key(String name, Kind<T> kind, String byDefault, String meaning) {
        return new Key<>(name, kind, byDefault, meaning, false);
    }

    private static Key<String> secret(String name, String meaning) {
        return new Key<>(name, Kind.TEXT, "", meaning, true);
    }
}
