package dev.vouch.sandbox.api;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.vouch.sandbox.wire.Json;
import dev.vouch.sandbox.wire.SlackError;
import dev.vouch.sandbox.workspace.Channel;
import dev.vouch.sandbox.workspace.FileShelf;
import dev.vouch.sandbox.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** files.*: the upload in three steps that Slack has now, and a look at one file. */
final class FileMethods {
  private static final int MOST_BYTES = 50 * 1024 * 1024;

  private final Workspace workspace;
  private final Rooms rooms;

  FileMethods(Workspace workspace, Rooms rooms) {
    this.workspace = workspace;
    this.rooms = rooms;
  }

  Map<String, Method> methods() {
    return Map.of(
        "files.getUploadURLExternal", this::announce,
        "files.completeUploadExternal", this::complete,
        "files.info", this::info);
  }

  private JsonObject announce(ApiCall call) {
    int length = call.number("length", 0, Integer.MAX_VALUE);
    if (length > MOST_BYTES) {
      throw new SlackError("file_upload_size_restricted");
    }
    String id = workspace.files().announce(call.need("filename"), call.text("alt_txt"), length);
    return Json.object("upload_url", workspace.baseUrl() + "/upload/" + id, "file_id", id);
  }

  private JsonObject complete(ApiCall call) {
    JsonArray wanted = call.array("files").orElseThrow(() -> new SlackError("invalid_arguments"));
    List<String> places = new ArrayList<>(call.ids("channels"));
    call.find("channel_id").ifPresent(places::add);
    List<Channel> channels = places.stream().map(rooms::joined).toList();
    List<JsonObject> files = new ArrayList<>();
    for (JsonElement file : wanted) {
      JsonObject one = file.getAsJsonObject();
      files.add(json(workspace.files().complete(Json.text(one, "id"), Json.text(one, "title"))));
    }
    channels.forEach(channel -> share(call, channel, files));
    return Json.object("files", files);
  }

  private JsonObject json(FileShelf.Shown file) {
    String bot = workspace.roster().app().botPersonId();
    return FileShelf.json(file, bot, workspace.clock().instant(), workspace.baseUrl());
  }

  private void share(ApiCall call, Channel channel, List<JsonObject> files) {
    JsonObject message = workspace.roster().app().asAuthor();
    message.addProperty("subtype", "file_share");
    message.addProperty("upload", true);
    message.addProperty("text", call.text("initial_comment"));
    message.add("files", Json.array(files));
    call.find("thread_ts").ifPresent(thread -> message.addProperty("thread_ts", thread));
    workspace.messageBook().post(channel, message);
  }

  private JsonObject info(ApiCall call) {
    FileShelf.Shown file =
        workspace
            .files()
            .find(call.need("file"))
            .orElseThrow(() -> new SlackError("file_not_found"));
    return Json.object("file", json(file));
  }
}
