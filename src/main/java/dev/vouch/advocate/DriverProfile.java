package dev.vouch.advocate;

import dev.vouch.mention.Driver;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What moves somebody to advocate: in how many of their acts each driver shows.
 *
 * @param acts by driver, at least 1; an act may show several
 * @param shown in how many acts any driver shows
 */
public record DriverProfile(Map<Driver, Integer> acts, int shown) {
  private static final int LEAST = 2;

  public DriverProfile {
    Map<Driver, Integer> ordered = new EnumMap<>(Driver.class);
    ordered.putAll(acts);
    acts = Collections.unmodifiableMap(ordered);
  }

  public static DriverProfile of(Collection<AdvocacyAct> acts) {
    Map<Driver, Integer> counts = new EnumMap<>(Driver.class);
    int shown = 0;
    for (AdvocacyAct act : acts) {
      act.drivers().forEach(driver -> counts.merge(driver, 1, Integer::sum));
      shown += act.drivers().isEmpty() ? 0 : 1;
    }
    return new DriverProfile(counts, shown);
  }

  /**
   * Whether all that shows passes as soon as others catch up. One act alone does not say so: it may
   * just not have named the rest.
   */
  public boolean restsOnFleeting() {
    return shown >= LEAST && Decay.isFleeting(acts.keySet());
  }
}
