// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.url;

import crawlercommons.domains.EffectiveTldFinder;
import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;

/** The registrable domain of a host: the outlet's name as counted, and the unit of politeness. */
public final class Domains {
    private static final Pattern IP_LITERAL = Pattern.compile("[0-9.]+|.*:.*");

    private Domains() {}

    /** {@code bbc.co.uk} for {@code feeds.bbc.co.uk}; an address, {@code localhost} and unknown endings stand for themselves. */
    public static String registrable(String host) {
        var ascii = ascii(host);
        if (IP_LITERAL.matcher(ascii).matches()) {
            return ascii;
        }
        var assigned = EffectiveTldFinder.getAssignedDomain(ascii, true, false);
        return assigned == null || assigned.isEmpty() ? lastTwoLabels(ascii) : assigned;
    }

    /** The registrable domain of an http(s) address (a numeric one with its port); the text itself where it is none. */
    public static String ofUrl(String url) {
        var parts = UrlParts.of(url);
        if (parts == null) {
            return url;
        }
        return IP_LITERAL.matcher(parts.host()).matches() && parts.port() > 0
                ? parts.origin()
                : registrable(parts.host());
    }

    /** Lower case, no brackets, no trailing dot, internationalised labels as {@code xn--}. */
    static String ascii(String host) {
        var plain = host.toLowerCase(Locale.ROOT);
        if (plain.startsWith("[") && plain.endsWith("]")) {
            return plain.substring(1, plain.length() - 1);
        }
        while (plain.endsWith(".")) {
            plain = plain.substring(0, plain.length() - 1);
        }
        try {
            return IDN.toASCII(plain, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return plain;
        }
    }

    private static String lastTwoLabels(String host) {
        var last = host.lastIndexOf('.');
        var before = last < 0 ? -1 : host.lastIndexOf('.', last - 1);
        return host.substring(before + 1);
    }
}
