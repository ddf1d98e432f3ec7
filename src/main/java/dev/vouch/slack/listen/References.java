package dev.vouch.slack.listen;

import java.security.SecureRandom;
import java.util.function.Supplier;

/**
 * Makes reference ids that people can read out: {@code K7QX-2M9D}, without letters that look alike.
 */
public final class References implements Supplier<String> {
  private static final String SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
  private static final int HALF = 4;

  private final SecureRandom random = new SecureRandom();

  @Override
  public String get() {
    return half() + "-" + half();
  }

  private String half() {
    StringBuilder half = new StringBuilder();
    for (int i = 0; i < HALF; i++) {
      half.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
    }
    return half.toString();
  }
}
