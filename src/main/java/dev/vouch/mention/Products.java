package dev.vouch.mention;

import java.util.Set;
import java.util.TreeSet;

/**
 * The names by which products go, as far as a workspace has said.
 *
 * @param ours names of our own products
 * @param theirs names of competitors and of their products
 */
public record Products(Set<String> ours, Set<String> theirs) {
  public static final Products UNKNOWN = new Products(Set.of(), Set.of());

  public Products {
    ours = Set.copyOf(ours);
    theirs = Set.copyOf(theirs);
  }

  /** The same with one of our names more; a name is on one side only. */
  public Products withOurs(String name) {
    return new Products(with(ours, name), without(theirs, name));
  }

  /** The same with one name of a competitor more; a name is on one side only. */
  public Products withTheirs(String name) {
    return new Products(without(ours, name), with(theirs, name));
  }

  /** The same without one of our names. */
  public Products withoutOurs(String name) {
    return new Products(without(ours, name), theirs);
  }

  /** The same without one name of a competitor. */
  public Products withoutTheirs(String name) {
    return new Products(ours, without(theirs, name));
  }

  private static Set<String> with(Set<String> names, String name) {
    Set<String> more = sorted(names);
    more.remove(name);
    more.add(name);
    return more;
  }

  private static Set<String> without(Set<String> names, String name) {
    Set<String> fewer = sorted(names);
    fewer.remove(name);
    return fewer;
  }

  private static Set<String> sorted(Set<String> names) {
    Set<String> sorted = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    sorted.addAll(names);
    return sorted;
  }
}
