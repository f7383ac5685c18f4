// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.role;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.pointwatch.cli.config.Keys;
import org.pointwatch.cli.config.Settings;
import org.pointwatch.cli.config.SettingsException;
import org.pointwatch.desk.deliver.Destination;
import org.pointwatch.desk.deliver.Destination.Digest;
import org.pointwatch.desk.deliver.Destination.Format;
import org.pointwatch.desk.deliver.Destination.Webhook;
import org.pointwatch.desk.deliver.MailServer;
import org.pointwatch.desk.deliver.Signing;
import org.pointwatch.desk.deliver.Wish;
import org.pointwatch.domain.dossier.AlertKind;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The file of {@code alerts.destinations}; all that is wrong in it is told at once, and no secret. */
public final class Destinations {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final int MOST = 20;
    private static final Set<String> FIELDS = Set.of(
            "webhook", "webhook-file", "secret-file", "format", "private", "mail", "at", "zone", "kinds", "targets");

    private final Path file;
    private final List<String> problems = new ArrayList<>();

    private Destinations(Path file) {
        this.file = file;
    }

    /**
     * None if nothing is configured.
     *
     * @throws SettingsException with all that is wrong
     */
    public static List<Destination> read(Settings settings) {
        var file = settings.find(Keys.ALERTS_DESTINATIONS);
        if (file == null) {
            return List.of();
        }
        var found = new Destinations(file).read();
        var mails = found.stream().anyMatch(Digest.class::isInstance);
        if (mails && (!settings.has(Keys.MAIL_HOST) || !settings.has(Keys.MAIL_FROM))) {
            throw new SettingsException(List.of(file + " names mailboxes, and no server takes the mail: set "
                    + Keys.MAIL_HOST.name() + " and " + Keys.MAIL_FROM.name()));
        }
        return found;
    }

    /** Null if none is configured. */
    static @Nullable MailServer mailServer(Settings settings) {
        var host = settings.find(Keys.MAIL_HOST);
        var from = settings.find(Keys.MAIL_FROM);
        if (host == null || from == null) {
            return null;
        }
        return new MailServer(
                host,
                settings.get(Keys.MAIL_PORT),
                MailServer.Security.valueOf(settings.get(Keys.MAIL_SECURITY).toUpperCase(Locale.ROOT)),
                from,
                settings.find(Keys.MAIL_USER),
                settings.find(Keys.MAIL_PASSWORD));
    }

    private List<Destination> read() {
        var found = new ArrayList<Destination>();
        try {
            var root = YAML.readTree(Files.readString(file));
            var all = root == null ? null : root.get("destinations");
            if (all == null || !all.isObject() || root.size() != 1) {
                problems.add(file + ": expected 'destinations:' and below it a name for each");
            } else {
                all.properties().forEach(entry -> {
                    var destination = destination(entry.getKey(), entry.getValue());
                    if (destination != null) {
                        found.add(destination);
                    }
                });
            }
            if (found.size() > MOST) {
                problems.add(file + ": " + found.size() + " destinations; at most " + MOST + " can be served");
            }
        } catch (JacksonException e) {
            problems.add(file + ":"
                    + (e.getLocation() == null ? 1 : e.getLocation().getLineNr()) + ": not readable as YAML");
        } catch (IOException e) {
            problems.add(file + ": cannot be read (" + e + "): name a YAML file in UTF-8");
        }
        if (!problems.isEmpty()) {
            throw new SettingsException(problems);
        }
        return List.copyOf(found);
    }

    private @Nullable Destination destination(String name, JsonNode fields) {
        var before = problems.size();
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,39}")) {
            problem(name, "is no name", "write up to 40 letters, digits, dots, hyphens");
        }
        if (!fields.isObject()) {
            problem(name, "has no fields", "write webhook: or mail: below it");
            return null;
        }
        fields.propertyNames().stream()
                .filter(field -> !FIELDS.contains(field))
                .forEach(field -> problem(
                        name,
                        "has a field '" + field + "' that is not known",
                        "use one of " + String.join(", ", new TreeSet<>(FIELDS))));
        var wish = new Wish(kinds(name, fields), texts(name, fields, "targets"));
        var destination = fields.has("mail") ? digest(name, wish, fields) : webhook(name, wish, fields);
        return problems.size() > before ? null : destination;
    }

    private Set<String> kinds(String name, JsonNode fields) {
        var kinds = texts(name, fields, "kinds");
        kinds.stream()
                .filter(kind -> !AlertKind.ids().contains(kind))
                .forEach(kind -> problem(
                        name,
                        "wants '" + kind + "', which is no kind of alert",
                        "use one of " + String.join(", ", AlertKind.ids())));
        return kinds;
    }

    private @Nullable Destination webhook(String name, Wish wish, JsonNode fields) {
        var text = fields.has("webhook") ? text(fields, "webhook") : contents(name, fields, "webhook-file");
        var anywhere = fields.path("private").asBoolean(false);
        var format = format(name, text(fields, "format"));
        var secret = fields.has("secret-file") ? contents(name, fields, "secret-file") : null;
        if (text == null) {
            problem(
                    name,
                    "has no address",
                    "write webhook: https://..., webhook-file: with a file that holds it, or mail:");
            return null;
        }
        var address = address(name, text, anywhere);
        var signing = secret == null ? null : signing(name, secret);
        if (signing == null && secret == null && format == Format.STANDARD) {
            problem(name, "has no secret, and its receiver could not tell who sent a message", "write secret-file:");
        }
        return address == null ? null : new Webhook(name, wish, address, format, signing, anywhere);
    }

    private Format format(String name, @Nullable String text) {
        if (text == null || text.equals("standard")) {
            return Format.STANDARD;
        }
        if (!text.equals("slack")) {
            problem(name, "has a format '" + text + "' that is not known", "use standard or slack");
        }
        return Format.SLACK;
    }

    private @Nullable Signing signing(String name, String text) {
        try {
            return Signing.of(text);
        } catch (IllegalArgumentException e) {
            problem(name, "has a secret file that will not do", String.valueOf(e.getMessage()));
            return null;
        }
    }

    /** What is wrong is not shown: an address may be all that keeps others out. */
    private @Nullable URI address(String name, String text, boolean anywhere) {
        try {
            var uri = new URI(text.strip());
            var tls = "https".equals(uri.getScheme());
            if (uri.getHost() == null || uri.getUserInfo() != null || !tls && !"http".equals(uri.getScheme())) {
                problem(name, "has an address that is none", "write https://host/path, without user and password");
            } else if (!tls && !anywhere) {
                problem(name, "has an address without TLS", "write https://, or 'private: true' within your network");
            } else {
                return uri;
            }
        } catch (URISyntaxException e) {
            problem(name, "has an address that is none", "write https://host/path");
        }
        return null;
    }

    private @Nullable Destination digest(String name, Wish wish, JsonNode fields) {
        var to = List.copyOf(new TreeSet<>(texts(name, fields, "mail")));
        to.stream()
                .filter(mailbox -> !mailbox.matches("[^@\\s<>,;\"\\p{Cntrl}]{1,64}@[^@\\s<>,;\"\\p{Cntrl}]{1,255}"))
                .forEach(mailbox -> problem(name, "has '" + mailbox + "', which is no mailbox", "write name@host"));
        if (to.isEmpty()) {
            problem(name, "mails nobody", "write mail: [name@host]");
        }
        try {
            var at = text(fields, "at");
            var zone = text(fields, "zone");
            return new Digest(
                    name,
                    wish,
                    to,
                    at == null ? LocalTime.of(7, 0) : LocalTime.parse(at),
                    zone == null ? ZoneId.of("UTC") : ZoneId.of(zone));
        } catch (DateTimeException e) {
            problem(name, "has no time that can be read", "write at: \"07:00\" and zone: Europe/Kyiv");
            return null;
        }
    }

    private @Nullable String contents(String name, JsonNode fields, String field) {
        var path = text(fields, field);
        if (path == null) {
            return null;
        }
        var secret = file.toAbsolutePath().resolveSibling(path);
        try {
            return Files.readString(secret).strip();
        } catch (IOException e) {
            problem(name, "names a file in " + field + " that cannot be read (" + e + ")", "correct the path");
            return "";
        }
    }

    private static @Nullable String text(JsonNode fields, String field) {
        var value = fields.get(field);
        return value == null || !value.isValueNode() || value.isNull() ? null : value.asString();
    }

    /** One or a list. */
    private Set<String> texts(String name, JsonNode fields, String field) {
        var found = new TreeSet<String>();
        var value = fields.get(field);
        if (value == null) {
            return found;
        }
        if (value.isString()) {
            found.add(value.stringValue());
        } else if (value.isArray() && value.valueStream().allMatch(JsonNode::isString)) {
            value.valueStream().map(JsonNode::stringValue).forEach(found::add);
        } else {
            problem(name, "has something else than texts in " + field, "write " + field + ": [one, two]");
        }
        return found;
    }

    private void problem(String name, String what, String mend) {
        problems.add(file + ": " + name + " " + what + ": " + mend);
    }
}
