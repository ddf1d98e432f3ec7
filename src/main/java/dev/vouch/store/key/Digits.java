package dev.vouch.store.key;

/** Numbers to the base of 64, in characters that sort in the order of the numbers. */
public final class Digits {
  private static final String IN_ORDER =
      "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";

  private Digits() {}

  /** The last so many digits of a number to the base of 64. */
  public static String of(long number, int count) {
    char[] digits = new char[count];
    for (int i = count - 1; i >= 0; i--) {
      digits[i] = IN_ORDER.charAt((int) (number & 63));
      number >>= 6;
    }
    return new String(digits);
  }

  static long number(String digits) {
    return digits.chars().mapToLong(IN_ORDER::indexOf).reduce(0, (high, low) -> high * 64 + low);
  }
}
