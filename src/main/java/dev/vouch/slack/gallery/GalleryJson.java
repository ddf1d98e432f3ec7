package dev.vouch.slack.gallery;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.reflect.TypeToken;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.util.json.GsonFactory;
import dev.vouch.slack.gallery.Gallery.Piece;
import java.util.List;

/** A view as JSON, exactly as Slack would get its blocks. */
public final class GalleryJson {
  private static final Gson SLACK = GsonFactory.createSnakeCase();
  private static final Gson LINE = new GsonBuilder().disableHtmlEscaping().create();
  private static final Gson PRETTY =
      new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create();

  private GalleryJson() {}

  /** Keys in order: name, audience, surface, text, blocks. */
  public static JsonObject of(Piece piece) {
    JsonObject json = new JsonObject();
    json.addProperty("name", piece.name());
    json.addProperty("audience", piece.audience().wire());
    json.addProperty("surface", piece.surface().wire());
    json.addProperty("text", piece.text());
    json.add("blocks", blocks(piece.blocks()));
    return json;
  }

  /** On one line. */
  public static String line(Piece piece) {
    return LINE.toJson(of(piece));
  }

  /** On many lines, for people and for diffs. */
  public static String pretty(Piece piece) {
    return PRETTY.toJson(of(piece));
  }

  private static JsonElement blocks(List<LayoutBlock> blocks) {
    return SLACK.toJsonTree(blocks, new TypeToken<List<LayoutBlock>>() {}.getType());
  }
}
