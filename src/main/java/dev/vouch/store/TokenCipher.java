package dev.vouch.store;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;

/**
 * Encrypts Slack tokens before they go to Redis: AES-256-GCM by Tink, under a key made from {@code
 * VOUCH_SECRET_KEY}, bound to the workspace so that one cannot be put in another's place.
 */
public final class TokenCipher {
  private final AesGcmJce cipher;

  /**
   * @param secret any text of 32 characters or more
   * @throws IllegalArgumentException if it is shorter
   */
  public TokenCipher(String secret) {
    if (secret.length() < 32) {
      throw new IllegalArgumentException("VOUCH_SECRET_KEY must have 32 characters or more");
    }
    try {
      byte[] key =
          MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
      cipher = new AesGcmJce(key);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JVM has no AES-GCM", e);
    }
  }

  String encrypt(String text, String team) {
    try {
      byte[] encrypted = cipher.encrypt(bytes(text), bytes(team));
      return Base64.getEncoder().encodeToString(encrypted);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a token of workspace " + team + " cannot be encrypted", e);
    }
  }

  /**
   * @throws IllegalStateException if it was encrypted under another key or for another workspace
   */
  String decrypt(String encrypted, String team) {
    try {
      byte[] text = cipher.decrypt(Base64.getDecoder().decode(encrypted), bytes(team));
      return new String(text, StandardCharsets.UTF_8);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalStateException(
          "the token of workspace %s cannot be read: was VOUCH_SECRET_KEY changed? Install Vouch there again"
              .formatted(team),
          e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
