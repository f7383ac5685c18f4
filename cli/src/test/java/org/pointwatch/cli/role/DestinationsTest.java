// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.role;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pointwatch.cli.config.SettingsException;
import org.pointwatch.cli.config.SettingsReader;
import org.pointwatch.desk.deliver.Destination;
import org.pointwatch.desk.deliver.Destination.Digest;
import org.pointwatch.desk.deliver.Destination.Format;
import org.pointwatch.desk.deliver.Destination.Webhook;
import org.pointwatch.desk.deliver.MailServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class DestinationsTest {
    private static final String SECRET = "whsec_dGhpcnR5LXR3byBieXRlcyBvZiBhIHRlc3QncyBrZXk=";

    @TempDir
    private Path folder;

    private List<Destination> read(String yaml) throws IOException {
        Files.writeString(folder.resolve("good.key"), SECRET + "\n");
        Files.writeString(folder.resolve("bad.key"), "hunter2");
        Files.writeString(folder.resolve("chat.url"), "https://chat.example/services/T0/hunter2\n");
        var file = Files.writeString(folder.resolve("destinations.yaml"), yaml);
        return Destinations.read(SettingsReader.read(null, Map.of(), List.of("alerts.destinations=" + file)));
    }

    @Test
    void noneIsConfiguredUnlessSomebodyDoes() {
        assertThat(Destinations.read(SettingsReader.read(null, Map.of(), List.of())))
                .isEmpty();
    }

    @Test
    void readsWhatTheManualShows() throws IOException {
        var found = read(
                """
                destinations:
                  newsroom:
                    webhook: https://hooks.example.org/pointwatch
                    secret-file: good.key
                  chat:
                    webhook-file: chat.url
                    format: slack
                    kinds: [new-deadline, deadline-moved]
                    targets: point:army-cap
                  inside:
                    webhook: http://10.0.0.7:8000/
                    secret-file: good.key
                    private: true
                """);
        assertThat(found).hasSize(3).allMatch(destination -> destination instanceof Webhook);
        var newsroom = (Webhook) found.get(0);
        assertThat(newsroom.format()).isEqualTo(Format.STANDARD);
        assertThat(newsroom.signing()).isNotNull();
        assertThat(newsroom.anywhere()).isFalse();
        var chat = (Webhook) found.get(1);
        assertThat(chat.address()).hasToString("https://chat.example/services/T0/hunter2");
        assertThat(chat.toString()).isEqualTo("chat at chat.example");
        assertThat(chat.wish().kinds()).isEqualTo(Set.of("new-deadline", "deadline-moved"));
        assertThat(chat.wish().targets()).isEqualTo(Set.of("point:army-cap"));
        assertThat(((Webhook) found.get(2)).anywhere()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                          | expected 'destinations:'",
                "[a]                                                         | expected 'destinations:'",
                "destinations: {a: {webhook: 'https://h.example/'}}          | has no secret",
                "destinations: {a: {webhook: 'https://h.example/', secret-file: bad.key}}   | has a secret file that will not do",
                "destinations: {a: {webhook: 'https://h.example/', secret-file: away.key}}  | names a file in secret-file that cannot be read",
                "destinations: {a: {webhook: 'http://h.example/hunter2', secret-file: good.key}} | has an address without TLS",
                "destinations: {a: {webhook: 'https://hunter2:x@h.example/', secret-file: good.key}} | has an address that is none",
                "destinations: {a: {webhook: 'ftp://hunter2/', secret-file: good.key}}      | has an address that is none",
                "destinations: {a: {webhook: 'https://h h/hunter2', secret-file: good.key}} | has an address that is none",
                "destinations: {a: {format: slack}}                          | has no address",
                "destinations: {a: {webhook-file: chat.url, format: teams}}  | has a format 'teams' that is not known",
                "destinations: {a: {webhook-file: chat.url, format: slack, kinds: [noise]}} | wants 'noise', which is no kind of alert",
                "destinations: {a: {webhook-file: chat.url, format: slack, colour: red}}    | has a field 'colour' that is not known",
                "destinations: {a: {webhook-file: chat.url, format: slack, targets: {b: c}}} | has something else than texts in targets",
                "destinations: {'a b': {webhook-file: chat.url, format: slack}} | is no name",
                "destinations: {a: 7}                                        | has no fields",
                "'destinations: {a: '                                        | not readable as YAML"
            })
    void whatIsWrongIsNamedWithTheMendAndWithoutSecrets(String yaml, String words) {
        assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(SettingsException.class)
                .message()
                .contains("destinations.yaml", words)
                .doesNotContain("hunter2");
    }

    @Test
    void mailNeedsAServer() throws IOException {
        var yaml =
                "destinations: {morning: {mail: [a@b.example, c@d.example], at: \"06:30\", zone: Europe/Kyiv, kinds: surge}}";
        assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("set mail.host and mail.from");
        var settings = SettingsReader.read(
                null,
                Map.of("POINTWATCH_MAIL_PASSWORD", "hunter2"),
                List.of(
                        "alerts.destinations=" + folder.resolve("destinations.yaml"),
                        "mail.host=mail.example",
                        "mail.from=watch@b.example",
                        "mail.user=watch"));
        var digest = (Digest) Destinations.read(settings).get(0);
        assertThat(digest.to()).containsExactly("a@b.example", "c@d.example");
        assertThat(digest.at()).isEqualTo(LocalTime.of(6, 30));
        assertThat(digest.zone()).isEqualTo(ZoneId.of("Europe/Kyiv"));
        var server = Destinations.mailServer(settings);
        assertThat(server.security()).isEqualTo(MailServer.Security.STARTTLS);
        assertThat(server.toString()).isEqualTo("mail.example:587");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mail: [nobody]",
                "mail: ['a@b.example, c@d.example']",
                "mail: [\"a@b.example\\nBcc: x@y.example\"]",
                "mail: []",
                "mail: a@b.example, at: noon",
                "mail: a@b.example, zone: Atlantis/North"
            })
    void aMailboxOrTimeThatIsNoneIsNamed(String fields) {
        assertThatThrownBy(() -> read("destinations: {morning: {" + fields + "}}"))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("morning ");
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        assertThatThrownBy(() -> read("destinations: {a: 7, b: {format: slack}, c: {mail: []}}"))
                .isInstanceOfSatisfying(
                        SettingsException.class, e -> assertThat(e.problems()).hasSize(3));
    }
}
