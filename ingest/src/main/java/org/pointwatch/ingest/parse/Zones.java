// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.parse;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Time zones as feeds write them: offsets, RFC 822 names, and the abbreviations that are in use. */
final class Zones {
    private static final Pattern OFFSET = Pattern.compile(
            "(?:GMT|UTC|UT|Z)?\\s*([+\\u2212-])\\s*(\\d{1,2}):?(\\d{2})?(?::?00)?(?:\\s*\\(.{0,30}\\))?",
            Pattern.CASE_INSENSITIVE);
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("Z", "+00:00"),
            Map.entry("UT", "+00:00"),
            Map.entry("UTC", "+00:00"),
            Map.entry("GMT", "+00:00"),
            Map.entry("WET", "+00:00"),
            Map.entry("WEST", "+01:00"),
            Map.entry("BST", "+01:00"),
            Map.entry("IST", "+05:30"),
            Map.entry("CET", "+01:00"),
            Map.entry("MEZ", "+01:00"),
            Map.entry("CEST", "+02:00"),
            Map.entry("MESZ", "+02:00"),
            Map.entry("EET", "+02:00"),
            Map.entry("EEST", "+03:00"),
            Map.entry("MSK", "+03:00"),
            Map.entry("TRT", "+03:00"),
            Map.entry("EST", "-05:00"),
            Map.entry("EDT", "-04:00"),
            Map.entry("CST", "-06:00"),
            Map.entry("CDT", "-05:00"),
            Map.entry("MST", "-07:00"),
            Map.entry("MDT", "-06:00"),
            Map.entry("PST", "-08:00"),
            Map.entry("PDT", "-07:00"),
            Map.entry("AKST", "-09:00"),
            Map.entry("AKDT", "-08:00"),
            Map.entry("HST", "-10:00"),
            Map.entry("JST", "+09:00"),
            Map.entry("KST", "+09:00"),
            Map.entry("SGT", "+08:00"),
            Map.entry("HKT", "+08:00"),
            Map.entry("AEST", "+10:00"),
            Map.entry("AEDT", "+11:00"),
            Map.entry("NZST", "+12:00"),
            Map.entry("NZDT", "+13:00"));
    private static final Map<String, String> REGIONS = Map.of(
            "ET", "America/New_York", "CT", "America/Chicago", "MT", "America/Denver", "PT", "America/Los_Angeles");

    private Zones() {}

    /** The zone; {@code otherwise} where none is named or the name says nothing; null for an impossible offset. */
    static @Nullable ZoneId of(@Nullable String written, ZoneId otherwise) {
        var name = written == null ? "" : written.strip().toUpperCase(Locale.ROOT);
        var offset = OFFSET.matcher(name);
        if (offset.matches()) {
            var hours = Integer.parseInt(offset.group(2));
            var minutes = offset.group(3) == null ? 0 : Integer.parseInt(offset.group(3));
            var sign = offset.group(1).equals("+") ? 1 : -1;
            return hours > 15 || minutes > 59 ? null : ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
        }
        if (REGIONS.containsKey(name)) {
            return ZoneId.of(REGIONS.get(name));
        }
        var fixed = NAMES.get(name.isEmpty() ? name : name.split("[\\s(]", 2)[0]);
        return fixed == null ? otherwise : ZoneOffset.of(fixed);
    }
}
