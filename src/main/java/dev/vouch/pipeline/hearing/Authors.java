package dev.vouch.pipeline.hearing;

import com.google.gson.JsonObject;
import dev.vouch.mention.Author;
import dev.vouch.pipeline.Workspace;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Says whose words a message holds: its writer's, or, in a message of a listening tool that the
 * workspace has named as a source, those of the person whom the tool quotes.
 */
final class Authors {

  /** Words and whose they are. */
  record Words(Author author, String text) {}

  private final Workspace workspace;

  Authors(Workspace workspace) {
    this.workspace = workspace;
  }

  /**
   * Empty where nobody's words are to be heard: an unknown writer, or a program that is no source.
   */
  Optional<Words> of(SlackMessage message) {
    Optional<String> bot = message.text("bot_id");
    if (bot.isEmpty()) {
      return message
          .text("user")
          .flatMap(workspace.directory()::author)
          .map(author -> new Words(author, message.ownText()));
    }
    boolean source =
        workspace.settings().settings().sources().stream()
            .anyMatch(
                named ->
                    named.equals(bot.get())
                        || message.text("user").filter(named::equals).isPresent());
    return source ? Optional.of(quoted(bot.get(), message, ours())) : Optional.empty();
  }

  /** The company's name as it may stand in a handle. */
  private String ours() {
    return lettersOf(workspace.directory().home().name());
  }

  private static String lettersOf(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }

  /** What the company says of itself elsewhere is no customer's word. */
  private static Words quoted(String bot, SlackMessage message, String ours) {
    Optional<JsonObject> quote = message.quoted();
    String name =
        quote
            .flatMap(one -> SlackMessage.text(one, "author_name"))
            .or(() -> message.text("username"))
            .orElse("somebody heard by " + bot);
    String text = quote.flatMap(one -> SlackMessage.text(one, "text")).orElse(message.ownText());
    boolean own = !ours.isEmpty() && lettersOf(name).equals(ours);
    Author.Kind kind = own ? Author.Kind.STAFF : Author.Kind.CUSTOMER;
    return new Words(new Author(idOf(bot, name), "", name, kind, null, null), text);
  }

  /** The same name heard by the same tool is taken for the same person. */
  private static String idOf(String bot, String name) {
    UUID hash = UUID.nameUUIDFromBytes((bot + "/" + name).getBytes(StandardCharsets.UTF_8));
    return "ext-" + hash;
  }
}
