package dev.vouch.store;

import com.google.gson.Gson;
import dev.vouch.advocate.Card;
import dev.vouch.advocate.Card.Handle;
import dev.vouch.advocate.Card.Tongue;
import dev.vouch.advocate.CardBook;
import dev.vouch.advocate.Role;
import dev.vouch.advocate.relationship.RoleRules;
import dev.vouch.store.key.Keys;
import dev.vouch.store.key.Script;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.UnifiedJedis;

/** What one workspace knows of people from elsewhere, in Redis. */
final class RedisCards implements CardBook {
  private static final Gson GSON = new Gson();

  private final UnifiedJedis redis;
  private final Keys keys;

  RedisCards(UnifiedJedis redis, Keys keys) {
    this.redis = redis;
    this.keys = keys;
  }

  private record Stored(
      @Nullable String person,
      @Nullable String email,
      String name,
      @Nullable String account,
      List<String> roles,
      @Nullable String title,
      @Nullable String language,
      @Nullable String zone,
      String source) {}

  /** What the script takes of one card. */
  private record Change(
      String key,
      String text,
      String name,
      String person,
      String email,
      String account,
      String rule,
      String apart,
      String was,
      String before,
      String emailBefore) {}

  @Override
  public Map<String, Card> cards(Collection<String> handles) {
    List<String> asked = List.copyOf(handles);
    if (asked.isEmpty()) {
      return Map.of();
    }
    List<String> cardKeys = keys(asked);
    List<String> texts = redis.hmget(keys.cards(), cardKeys.toArray(String[]::new));
    Map<String, Card> cards = new HashMap<>();
    for (int i = 0; i < asked.size(); i++) {
      if (texts.get(i) != null) {
        cards.put(asked.get(i), parse(texts.get(i)));
      }
    }
    return cards;
  }

  /** A Slack id is the key itself, and nobody has to be asked for it. */
  private List<String> keys(List<String> handles) {
    if (handles.stream().noneMatch(handle -> handle.contains("@"))) {
      return handles;
    }
    List<String> found = redis.hmget(keys.cardEmails(), handles.toArray(String[]::new));
    List<String> cardKeys = new ArrayList<>();
    for (int i = 0; i < handles.size(); i++) {
      cardKeys.add(Objects.requireNonNullElse(found.get(i), handles.get(i)));
    }
    return cardKeys;
  }

  @Override
  public Set<String> apart() {
    return redis.smembers(keys.apart());
  }

  @Override
  public List<Card> all() {
    return new TreeMap<>(redis.hgetAll(keys.cards()))
        .values().stream().map(RedisCards::parse).toList();
  }

  @Override
  public boolean replace(List<Replacement> all, Instant now) {
    return all.isEmpty() || write(all, now).equals("ok");
  }

  private String write(List<Replacement> all, Instant now) {
    List<String> args = new ArrayList<>(List.of(keys.prefix(), "" + now.getEpochSecond()));
    all.forEach(one -> args.add(change(one, now)));
    return (String)
        Script.CARD_WRITE.run(
            redis,
            List.of(
                keys.cards(),
                keys.cardEmails(),
                keys.accountIndex(),
                keys.forgotten(),
                keys.apart()),
            args);
  }

  @Override
  public Optional<Card> met(String email, String person, Instant now) {
    return change(email, now, card -> card.metAs(person));
  }

  @Override
  public void moved(String person, String account, String said, Instant now) {
    change(person, now, card -> card.movedTo(account, said));
  }

  private Optional<Card> change(String handle, Instant now, UnaryOperator<Card> change) {
    while (true) {
      Optional<Card> before = card(handle);
      Optional<Card> after = before.map(change);
      String done =
          before.equals(after)
              ? "ok"
              : write(List.of(new Replacement(before.get(), after.orElseThrow())), now);
      if (!done.equals("changed")) {
        return done.equals("ok") ? after : Optional.empty();
      }
    }
  }

  @Override
  public void erase(String handle) {
    card(handle)
        .ifPresent(
            card -> {
              redis.hdel(keys.cards(), card.key());
              redis.srem(keys.apart(), card.key());
              if (card.handle().email() != null) {
                redis.hdel(keys.cardEmails(), card.handle().email());
                redis.hdel(keys.accountIndex(), "email:" + card.handle().email());
              }
            });
  }

  private static String change(Replacement one, Instant now) {
    Card before = one.before();
    Card after = one.after();
    return GSON.toJson(
        new Change(
            after.key(),
            json(after),
            after.name(),
            orEmpty(after.handle().person()),
            orEmpty(after.handle().email()),
            orEmpty(after.account()),
            after.link(now).map(link -> Packed.of(link.rule())).orElse(""),
            isApart(after) ? "1" : "",
            before == null ? "" : before.key(),
            before == null ? "" : json(before),
            before == null ? "" : orEmpty(before.handle().email())));
  }

  static boolean isApart(Card card) {
    return !RoleRules.of(RoleRules.noted(Optional.of(card))).isRanked();
  }

  private static String orEmpty(@Nullable String text) {
    return Objects.requireNonNullElse(text, "");
  }

  static String json(Card card) {
    return GSON.toJson(
        new Stored(
            card.handle().person(),
            card.handle().email(),
            card.name(),
            card.account(),
            card.roles().stream().sorted().map(Role::wire).toList(),
            card.title(),
            card.tongue().language(),
            card.tongue().zone(),
            card.source()));
  }

  static Card parse(String json) {
    Stored stored = GSON.fromJson(json, Stored.class);
    return new Card(
        new Handle(stored.person(), stored.email()),
        stored.name(),
        stored.account(),
        stored.roles().stream()
            .flatMap(role -> Role.named(role).stream())
            .collect(Collectors.toSet()),
        stored.title(),
        new Tongue(stored.language(), stored.zone()),
        stored.source());
  }
}
