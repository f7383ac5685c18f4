// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.deliver;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Secrets that a receiver knows messages by: HMAC-SHA256 over id, time and body, as the Standard Webhooks specification has
 * it. While a secret is being changed there are two, and each signs.
 */
public final class Signing {
    private static final String PREFIX = "whsec_";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST = 24;
    private static final int LONGEST = 64;
    private static final int MOST = 4;

    private final List<byte[]> keys;

    private Signing(List<byte[]> keys) {
        this.keys = keys;
    }

    /**
     * @param text a secret a line, each {@code whsec_} and 24 to 64 bytes in Base64
     * @throws IllegalArgumentException with what is wrong, without the text
     */
    public static Signing of(String text) {
        var keys = text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(Signing::key)
                .toList();
        if (keys.isEmpty() || keys.size() > MOST) {
            throw new IllegalArgumentException("expected one secret, or up to " + MOST + " while they are changed");
        }
        return new Signing(keys);
    }

    private static byte[] key(String line) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(line.startsWith(PREFIX) ? line.substring(PREFIX.length()) : "?");
        } catch (IllegalArgumentException e) {
            key = new byte[0]; // what could not be read stands in the exception, and must not be shown
        }
        if (key.length < SHORTEST || key.length > LONGEST) {
            throw new IllegalArgumentException("expected " + PREFIX + " and " + SHORTEST + " to " + LONGEST
                    + " bytes in Base64 (for example from: echo " + PREFIX + "$(openssl rand -base64 32))");
        }
        return key;
    }

    /** The header {@code webhook-signature}. */
    String signature(String id, long seconds, String body) {
        var signed = (id + "." + seconds + "." + body).getBytes(StandardCharsets.UTF_8);
        return keys.stream()
                .map(key -> "v1," + Base64.getEncoder().encodeToString(hmac(key, signed)))
                .collect(Collectors.joining(" "));
    }

    private static byte[] hmac(byte[] key, byte[] signed) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    /** How many secrets, and no more. */
    @Override
    public String toString() {
        return keys.size() + " secrets";
    }
}
