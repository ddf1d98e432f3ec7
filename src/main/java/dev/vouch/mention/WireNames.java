package dev.vouch.mention;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds an enum constant by its wire name, with an error that lists the names there are. */
final class WireNames {
  private WireNames() {}

  static <E extends Enum<E>> E find(E[] all, Function<E, String> wire, String name, String what) {
    for (E value : all) {
      if (wire.apply(value).equals(name)) {
        return value;
      }
    }
    String known = Arrays.stream(all).map(wire).collect(Collectors.joining(", "));
    throw new IllegalArgumentException(
        "no %s is called \"%s\"; there are: %s".formatted(what, name, known));
  }
}
