// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.article;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Identity derived from content: the same input gives the same ids on any machine. */
public final class Ids {
    private static final int BYTES = 10;

    private Ids() {}

    /** Article id (20 hex digits) from the canonical URL. */
    public static String article(String canonicalUrl) {
        return hash("article", canonicalUrl);
    }

    /** Article id where no URL tells entries apart: from the feed and the entry's own id. */
    public static String article(String feed, String entryId) {
        return hash("entry", feed, entryId);
    }

    public static String revision(String title, String summary, String text) {
        return hash("revision", title, summary, text);
    }

    /** First 80 bits of SHA-256 over the length-prefixed parts, as lower-case hex. */
    public static String hash(String kind, String... parts) {
        var digest = sha256();
        digest.update(kind.getBytes(StandardCharsets.UTF_8));
        for (var part : parts) {
            var bytes = part.getBytes(StandardCharsets.UTF_8);
            var n = bytes.length;
            digest.update(new byte[] {0, (byte) (n >>> 24), (byte) (n >>> 16), (byte) (n >>> 8), (byte) n});
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
