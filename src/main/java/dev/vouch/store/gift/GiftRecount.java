package dev.vouch.store.gift;

import dev.vouch.nudge.gift.GiftEvent;
import dev.vouch.nudge.gift.GiftEvent.State;
import dev.vouch.store.key.Keys;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Counts afresh, from the register line by line, what {@code gift_note.lua} keeps sums of. */
public final class GiftRecount {
  private final Map<String, Map<String, Long>> sums = new TreeMap<>();

  /** By key of a sum: by currency what stands as given. */
  public static Map<String, Map<String, Long>> of(Collection<GiftEvent> register, Keys keys) {
    Set<String> over = new HashSet<>();
    register.stream()
        .filter(one -> one.state() == State.DECLINED || one.state() == State.TAKEN_BACK)
        .forEach(one -> over.add(one.gift()));
    GiftKeys names = new GiftKeys(keys);
    GiftRecount recount = new GiftRecount();
    register.stream()
        .filter(one -> one.state() == State.GIVEN)
        .forEach(one -> recount.add(one, over.contains(one.gift()), names));
    return recount.sums;
  }

  /** What was given back leaves a sum of nothing. */
  private void add(GiftEvent given, boolean back, GiftKeys keys) {
    int year = RedisGifts.year(given.at());
    if (!given.to().isErased()) {
      add(keys.toPerson(year, given.to().person()), given, back);
    }
    String account = given.to().account();
    if (account != null) {
      add(keys.toAccount(year, account), given, back);
    }
  }

  private void add(String key, GiftEvent given, boolean back) {
    sums.computeIfAbsent(key, one -> new HashMap<>())
        .merge(given.what().worth().code(), back ? 0 : given.what().worth().minor(), Long::sum);
  }
}
