package dev.vouch.store.gift;

import com.google.gson.Gson;
import dev.vouch.advocate.identity.Identities;
import dev.vouch.advocate.identity.Identities.Identity;
import dev.vouch.nudge.gift.Gift;
import dev.vouch.nudge.gift.GiftEvent;
import dev.vouch.nudge.gift.GiftEvent.Cited;
import dev.vouch.nudge.gift.GiftEvent.Party;
import dev.vouch.nudge.gift.GiftEvent.State;
import dev.vouch.nudge.gift.GiftPolicy.Caps;
import dev.vouch.nudge.gift.GiftRegister;
import dev.vouch.nudge.gift.Money;
import dev.vouch.nudge.gift.Recipient.Spent;
import dev.vouch.nudge.gift.Verdict.Why;
import dev.vouch.store.key.Keys;
import dev.vouch.store.key.Script;
import dev.vouch.store.nudge.RedisDueQueue;
import dev.vouch.store.nudge.RedisDueQueue.Place;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.UnifiedJedis;

/** The register of gifts of one workspace, in Redis. */
public final class RedisGifts implements GiftRegister {
  /** Longer than a year is looked back at. */
  private static final Duration KEEP_SUMS = Duration.ofDays(800);

  private static final Gson GSON = new Gson();

  private final UnifiedJedis redis;
  private final Keys keys;
  private final GiftKeys names;
  private final Identities identities;
  private final RedisDueQueue<GiftEvent> due;

  public RedisGifts(UnifiedJedis redis, Keys keys, Identities identities) {
    this.redis = redis;
    this.keys = keys;
    this.names = new GiftKeys(keys);
    this.identities = identities;
    this.due =
        new RedisDueQueue<>(
            redis,
            keys,
            new Place("gift", names.due(), names.lines(), names.claim("")),
            RedisGifts::parse);
  }

  /** A line in few characters. */
  private record Stored(
      String g,
      String s,
      String w,
      long m,
      String c,
      boolean u,
      String p,
      @Nullable String a,
      @Nullable String k,
      @Nullable String e,
      boolean d,
      String y,
      String r,
      String v,
      String b,
      long t) {

    static Stored of(GiftEvent event) {
      Party to = event.to();
      return new Stored(
          event.gift(),
          event.state().wire(),
          event.what().what(),
          event.what().worth().minor(),
          event.what().worth().code(),
          event.what().surprise(),
          to.person(),
          to.account(),
          to.country(),
          to.sector(),
          to.decider(),
          event.cited().why().name(),
          event.cited().rule(),
          event.cited().policy(),
          event.by(),
          event.at().toEpochMilli());
    }

    GiftEvent event() {
      return new GiftEvent(
          g,
          State.fromWire(s),
          new Gift(w, new Money(m, Currency.getInstance(c)), u),
          new Party(p, a, k, e, d),
          new Cited(Why.valueOf(y), r, v),
          b,
          Instant.ofEpochMilli(t));
    }
  }

  @Override
  public Noted note(GiftEvent event, @Nullable Caps caps) {
    int year = year(event);
    String person = event.to().person();
    String account = Objects.requireNonNullElse(event.to().account(), "");
    List<String> touched =
        List.of(
            names.lines(),
            names.latest(),
            names.about(person),
            keys.forgotten(),
            names.toPerson(year, person),
            names.toAccount(year, account),
            names.due());
    Object said = Script.GIFT_NOTE.run(redis, touched, args(event, caps));
    return Noted.valueOf(String.valueOf(said).toUpperCase(Locale.ROOT));
  }

  private static List<String> args(GiftEvent event, @Nullable Caps caps) {
    Money worth = event.what().worth();
    boolean over = event.state() == State.DECLINED || event.state() == State.TAKEN_BACK;
    List<String> args =
        new ArrayList<>(
            List.of(
                event.gift(),
                event.state().wire(),
                GSON.toJson(Stored.of(event)),
                "" + event.at().toEpochMilli(),
                event.to().person(),
                caps != null ? "take" : over ? "give" : "",
                worth.code(),
                "" + worth.minor(),
                caps == null ? "0" : "" + caps.person().minor(),
                caps == null ? "0" : "" + caps.account().minor(),
                "" + KEEP_SUMS.toSeconds(),
                "" + event.at().plus(LEASE).getEpochSecond()));
    if (caps != null) {
      caps.factors().forEach((code, factor) -> args.addAll(List.of(code, factor.toPlainString())));
    }
    return args;
  }

  @Override
  public Optional<GiftEvent> claimDue(Instant now) {
    return due.claimDue(now, LEASE);
  }

  @Override
  public void failed(GiftEvent line, Instant now, String why) {
    due.failed(field(line.gift(), line.state()), now, why);
  }

  @Override
  public void done(GiftEvent line) {
    redis.zrem(names.due(), field(line.gift(), line.state()));
  }

  /** What is given back goes back to the year in which it was given. */
  private int year(GiftEvent event) {
    Instant at =
        event.state() == State.DECLINED || event.state() == State.TAKEN_BACK
            ? line(event.gift(), State.GIVEN).map(GiftEvent::at).orElse(event.at())
            : event.at();
    return year(at);
  }

  static int year(Instant at) {
    return at.atZone(ZoneOffset.UTC).getYear();
  }

  @Override
  public Optional<GiftEvent> line(String gift, State state) {
    return Optional.ofNullable(redis.hget(names.lines(), field(gift, state)))
        .map(RedisGifts::parse);
  }

  private static String field(String gift, State state) {
    return gift + "/" + state.wire();
  }

  private static GiftEvent parse(String json) {
    return GSON.fromJson(json, Stored.class).event();
  }

  @Override
  public Optional<GiftEvent> latest(String gift) {
    return Optional.ofNullable(redis.hget(names.lines(), gift + "/"))
        .flatMap(state -> line(gift, State.fromWire(state)));
  }

  @Override
  public Spent spent(String person, @Nullable String account, int year) {
    Map<String, Long> given = new HashMap<>();
    for (Identity one : identities.of(person)) {
      sum(names.toPerson(year, one.id()))
          .forEach((code, minor) -> given.merge(code, minor, Long::sum));
    }
    return new Spent(given, account == null ? Map.of() : sum(names.toAccount(year, account)));
  }

  private Map<String, Long> sum(String key) {
    return redis.hgetAll(key).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, one -> Long.valueOf(one.getValue())));
  }

  @Override
  public List<GiftEvent> about(String person, int limit) {
    return identities.of(person).stream()
        .flatMap(one -> to(one.id(), limit).stream())
        .sorted(Comparator.comparing(GiftEvent::at).reversed())
        .limit(limit)
        .toList();
  }

  private List<GiftEvent> to(String person, int limit) {
    List<String> lines = redis.zrevrange(names.about(person), 0, limit - 1L);
    return lines.isEmpty()
        ? List.of()
        : redis.hmget(names.lines(), lines.toArray(String[]::new)).stream()
            .filter(Objects::nonNull)
            .map(RedisGifts::parse)
            .toList();
  }

  @Override
  public List<GiftEvent> all() {
    return redis.hgetAll(names.lines()).entrySet().stream()
        .filter(one -> !one.getKey().endsWith("/"))
        .map(one -> parse(one.getValue()))
        .sorted(Comparator.comparing(GiftEvent::at).thenComparing(GiftEvent::state))
        .toList();
  }
}
