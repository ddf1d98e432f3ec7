package dev.vouch.app;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.vouch.advocate.Account;
import dev.vouch.advocate.AdvocacyAct;
import dev.vouch.advocate.Contact;
import dev.vouch.advocate.Reach;
import dev.vouch.mention.Driver;
import dev.vouch.nudge.Nudge;
import dev.vouch.pipeline.Deliveries.DeadLetter;
import dev.vouch.store.Store;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything that is held of a workspace, in the JSON form that customers and auditors rely on. */
final class Export {
  private static final int ALL = 1_000_000;

  private final Store store;
  private final Store.Books books;
  private final String team;

  Export(Store store, String team) {
    this.store = store;
    this.books = store.books(team);
    this.team = team;
  }

  /**
   * @param person only what is about this person, or null for all
   */
  JsonObject json(@Nullable String person) {
    JsonObject all = new JsonObject();
    all.addProperty("team", team);
    List<String> ids = person == null ? store.people(team) : List.of(person);
    all.add("people", array(ids.stream().flatMap(id -> person(id).stream())));
    if (person == null) {
      all.add("accounts", array(books.accounts().accounts(ALL).stream().map(Export::account)));
    }
    List<Nudge> nudges =
        person == null ? books.nudges().latest(ALL) : books.nudges().about(person, ALL);
    all.add("nudges", array(nudges.stream().map(Export::nudge)));
    if (person == null) {
      all.add(
          "deadLetters",
          array(books.deliveries().deadLetters(ALL).stream().map(Export::deadLetter)));
    }
    return all;
  }

  private Optional<JsonObject> person(String id) {
    return books.advocates().contact(id).map(this::person);
  }

  private JsonObject person(Contact contact) {
    JsonObject json = new JsonObject();
    json.addProperty("id", contact.id());
    json.addProperty("name", contact.name());
    json.addProperty("account", contact.account().orElse(null));
    json.add(
        "roles",
        strings(contact.isAdvocate() ? List.of("customer", "advocate") : List.of("customer")));
    json.add("acts", array(books.advocates().acts(contact.id()).stream().map(Export::act)));
    JsonObject mentions = new JsonObject();
    contact.mentions().forEach((intent, count) -> mentions.addProperty(intent.wire(), count));
    json.add("mentions", mentions);
    json.add("reach", reach(contact.reach()));
    return json;
  }

  private static JsonObject act(AdvocacyAct act) {
    JsonObject json = new JsonObject();
    json.addProperty("kind", act.kind().wire());
    json.addProperty("aim", act.aim().wire());
    json.addProperty("at", act.at().toString());
    json.addProperty("permalink", act.permalink());
    json.addProperty("confidence", act.confidence());
    json.add("drivers", strings(act.drivers().stream().map(Driver::wire).sorted().toList()));
    json.addProperty("incentivised", act.incentivised());
    json.add("evidence", strings(act.evidence()));
    json.addProperty("savedBy", act.savedBy());
    return json;
  }

  private static JsonObject reach(Reach reach) {
    JsonObject json = new JsonObject();
    json.addProperty("reactionsReceived", reach.reactionsReceived());
    json.addProperty("reactionsGiven", reach.reactionsGiven());
    json.addProperty("sharesReceived", reach.sharesReceived());
    json.addProperty("sharesGiven", reach.sharesGiven());
    json.addProperty("secondsReceived", reach.secondsReceived());
    json.addProperty("secondsGiven", reach.secondsGiven());
    return json;
  }

  private static JsonObject account(Account account) {
    JsonObject json = new JsonObject();
    json.addProperty("id", account.id());
    json.addProperty("name", account.name());
    json.addProperty("tier", account.tier().wire());
    json.addProperty("owner", account.owner());
    json.addProperty("sponsor", account.sponsor());
    json.add("domains", strings(account.domains().stream().sorted().toList()));
    json.add("teams", strings(account.teams().stream().sorted().toList()));
    return json;
  }

  private static JsonObject nudge(Nudge nudge) {
    JsonObject json = new JsonObject();
    json.addProperty("id", nudge.id());
    json.addProperty("kind", nudge.kind().wire());
    json.addProperty("to", nudge.to());
    json.addProperty("about", nudge.about());
    json.addProperty("decision", nudge.state().wire());
    json.addProperty("reason", nudge.reason());
    json.addProperty("at", nudge.at().toString());
    json.addProperty("due", nudge.due() == null ? null : nudge.due().toString());
    return json;
  }

  private static JsonObject deadLetter(DeadLetter letter) {
    JsonObject json = new JsonObject();
    json.addProperty("id", letter.envelope().id());
    json.addProperty("type", letter.envelope().type().name());
    json.addProperty("reason", letter.reason());
    json.addProperty("attempts", letter.attempts());
    json.addProperty("at", letter.at().toString());
    return json;
  }

  private static JsonArray array(Stream<? extends JsonElement> elements) {
    JsonArray array = new JsonArray();
    elements.forEach(array::add);
    return array;
  }

  private static JsonArray strings(Collection<String> texts) {
    return array(texts.stream().map(JsonPrimitive::new));
  }
}
