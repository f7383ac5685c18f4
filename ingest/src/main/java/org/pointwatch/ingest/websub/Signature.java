// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.websub;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** What {@code X-Hub-Signature} claims: the HMAC of the message, made with the secret that only the hub has. */
record Signature(String algorithm, byte[] claimed) {
    private static final Map<String, String> ALGORITHMS = Map.of(
            "sha1", "HmacSHA1",
            "sha256", "HmacSHA256",
            "sha384", "HmacSHA384",
            "sha512", "HmacSHA512");

    private static final int LONGEST = 200;

    /** Null if this is no signature of a kind that WebSub knows. */
    static @Nullable Signature of(String header) {
        var parts = header.strip().split("=", 2);
        var algorithm = parts.length < 2 || header.length() > LONGEST
                ? null
                : ALGORITHMS.get(parts[0].toLowerCase(Locale.ROOT));
        try {
            return algorithm == null
                    ? null
                    : new Signature(algorithm, HexFormat.of().parseHex(parts[1].strip()));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    Mac mac(String secret) {
        try {
            var mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.US_ASCII), algorithm));
            return mac;
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every JDK has " + algorithm, e);
        }
    }

    /** In the same time wherever they differ. */
    boolean matches(byte[] made) {
        return MessageDigest.isEqual(made, claimed);
    }
}
