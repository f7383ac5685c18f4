// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pointwatch.wire.record.Story;
import org.pointwatch.wire.record.Subscription;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class JsonSerdeTest {
    private static final JsonSerde<Story> STORIES = JsonSerde.of(Topics.STORIES);

    static Stream<Topic<?>> topics() {
        return Golden.topics();
    }

    @Test
    void writesTheVersionFirstAndEnumsInKebabCase() {
        assertThat(Golden.records(Topics.ARTICLES).get(1))
                .startsWith("{\"v\":1,\"id\":")
                .contains("\"body\":\"feed-only\"");
        assertThat(Golden.records(Topics.FINDINGS).get(2)).contains("\"eventTimeSource\":\"published-clamped\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "0", "-1", "1.0", "\"1\"", "null", "true", "{}", "[1]", "99999999999999999999"})
    void refusesAnotherVersion(String version) {
        refuses("{\"v\":" + version + ",\"article\":\"a\",\"story\":\"a\",\"relation\":\"original\"}", "\"v\"");
    }

    @Test
    void refusesAValueWithoutAVersion() {
        refuses("{\"article\":\"a\",\"story\":\"a\",\"relation\":\"original\"}", "without a version \"v\"");
        refuses("{}", "without a version \"v\"");
    }

    @ParameterizedTest
    @MethodSource("topics")
    void namesARequiredFieldThatIsMissingOrNull(Topic<?> topic) {
        var record = Golden.records(topic).get(0);
        for (var component : topic.value().getRecordComponents()) {
            var required = !component.getType().isPrimitive()
                    && !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            for (var changed :
                    new String[] {renamed(record, component.getName()), nulled(record, component.getName())}) {
                if (required) {
                    assertThatThrownBy(() -> decode(topic, changed))
                            .as(changed)
                            .isInstanceOf(WireException.class)
                            .hasMessageContaining(component.getName())
                            .hasMessageContaining(topic.value().getSimpleName());
                } else {
                    assertThat(decode(topic, changed)).as(changed).isNotNull();
                }
            }
        }
    }

    @Test
    void namesAFieldThatIsMissingFurtherIn() {
        var finding = Golden.records(Topics.FINDINGS).get(0);
        var without = finding.replace("\"rule\":\"army-cap/en/2\"", "\"other\":1");
        assertThatThrownBy(() -> decode(Topics.FINDINGS, without))
                .isInstanceOf(WireException.class)
                .hasMessageContaining("points[0].evidence[0]")
                .hasMessageContaining("rule");
        assertThatThrownBy(() -> decode(Topics.FINDINGS, finding.replaceFirst("\"sentences\":\\[", "$0null,")))
                .isInstanceOf(WireException.class)
                .hasMessageContaining("sentences");
    }

    @Test
    void namesAFieldOfAWrongType() {
        refuses("{\"v\":1,\"article\":\"a\",\"story\":\"a\",\"relation\":\"sibling\"}", "\"relation\"");
        refuses(
                "{\"v\":1,\"article\":\"a\",\"story\":\"a\",\"relation\":\"copy\",\"lagSeconds\":\"x\"}",
                "\"lagSeconds\"");
        refuses("{\"v\":1,\"article\":{},\"story\":\"a\",\"relation\":\"copy\"}", "\"article\"");
    }

    @Test
    void takesAMissingNumberForZero() {
        var story = decode(Topics.STORIES, "{\"v\":1,\"article\":\"a\",\"story\":\"a\",\"relation\":\"original\"}");
        assertThat(story.lagSeconds()).isZero();
        assertThat(story.of()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "null", "[]", "\"v\"", "1", "nonsense", "{\"v\":1", "{\"v\":1,}", "{\"v\":1} {\"v\":1}"
            })
    void refusesWhatIsNoObjectOfItsType(String garbage) {
        refuses(garbage, "Story");
    }

    @Test
    void refusesWhatIsNestedOutOfAllMeasure() {
        refuses("{\"x\":" + "[".repeat(100_000), "Story");
        refuses("{\"v\":1,\"x\":" + "{\"x\":".repeat(100_000), "Story");
    }

    @Test
    void passesTombstonesBothWays() {
        assertThat(STORIES.serializer().serialize("any", null)).isNull();
        assertThat(STORIES.deserializer().deserialize("any", null)).isNull();
    }

    @Test
    void keepsTextOfEveryScript() {
        var serde = JsonSerde.of(Topics.SUBSCRIPTIONS);
        var value = new Subscription("f", "Київ \ud83d\ude00 \"\\\u0000\u2028", null, null, null, null);
        assertThat(serde.decode(serde.encode(value))).isEqualTo(value);
    }

    private static void refuses(String json, String named) {
        assertThatThrownBy(() -> decode(Topics.STORIES, json))
                .isInstanceOf(WireException.class)
                .hasMessageContaining(named);
    }

    private static <V> V decode(Topic<V> topic, String json) {
        return JsonSerde.of(topic).decode(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String renamed(String record, String field) {
        return record.replaceFirst("([{,])\"" + field + "\":", "$1\"was-" + field + "\":");
    }

    private static String nulled(String record, String field) {
        var tree = (ObjectNode) Json.MAPPER.readTree(record);
        return tree.putNull(field).toString();
    }
}
