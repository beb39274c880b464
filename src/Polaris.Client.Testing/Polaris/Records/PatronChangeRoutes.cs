using System.Text.Json;
using System.Text.Json.Nodes;

namespace Polaris.Client.Testing;

/// <summary>The calls that change patrons.</summary>
internal sealed class PatronChangeRoutes(FakePolarisOptions options, PolarisRecords records, PatronRoutes patrons)
{
    private const int MaxNoteLength = 4_000;
    private const int MaxAssociationNoteLength = 255;

    /// <summary>The properties of a patron that a change replaces.</summary>
    private static readonly string[] Replaced = ["Barcode", "PatronCodeID"];

    public FakeResponse RemoveBlock(PolarisCall call)
    {
        FakePatron patron = patrons.Found(call);
        int place = PatronRoutes.PlaceOf(patron, call.Number("type"), call.Number("blockId"));
        if (place < 0)
        {
            return PolarisAnswers.Error(404, 0, "Patron block not found.");
        }

        records.Patrons.Put(new FakePatron(Json.Copy(patron.Json)) { Blocks = [.. patron.Blocks.Where((_, index) => index != place)] });
        return FakeResponse.Json("true");
    }

    public FakeResponse AddAssociations(PolarisCall call)
    {
        FakePatron patron = patrons.Found(call);
        JsonElement body = call.ReadJson();
        if (body.ValueKind != JsonValueKind.Array || body.GetArrayLength() == 0)
        {
            throw call.BadRequest("The body is not an array of associations.");
        }

        JsonObject changed = Json.Copy(patron.Json);
        List<JsonNode> associations = [.. patron.Json.Objects("Associations").Select(Json.Copy)];
        foreach (JsonElement element in body.EnumerateArray())
        {
            new BodyCheck(call, element, options.AcceptQuotedNumbers, "$[]")
                .Required("LinkedPatronId").Ints("LinkedPatronId").Texts("Note").Bools("BlockMe").NothingElse();
            associations.Insert(0, AssociationOf(call, Json.Node(element)));
        }

        changed["Associations"] = Json.Array(associations);
        FakePatron stored = new(changed);
        records.Patrons.Put(stored);
        return FakeResponse.Json(patrons.Associations(stored));
    }

    public FakeResponse Post(PolarisCall call)
    {
        FakePatron patron = patrons.Found(call);
        JsonNode? body = Read(call, check => _ = (call.Query.TryGetValue("type", out string? type) ? type : "") switch
        {
            "nonblockingnotes" => check.Required("NonBlockingStatusNotes").Texts("NonBlockingStatusNotes"),
            _ => throw call.BadRequest("The fake knows type=nonblockingnotes only."),
        });
        string note = body.Text("NonBlockingStatusNotes") ?? "";
        if (note.Length > MaxNoteLength)
        {
            throw call.BadRequest($"A note has at most {MaxNoteLength} characters.");
        }

        JsonObject changed = Json.Copy(patron.Json);
        changed["NonBlockingNotes"] = Json.Array(patron.NonBlockingNotes.Append(note).Select(text => (JsonNode)JsonValue.Create(text)));
        records.Patrons.Put(new FakePatron(changed));
        return FakeResponse.Empty(200);
    }

    /// <summary>Replaces all notes; null removes them.</summary>
    public FakeResponse ReplaceNotes(PolarisCall call)
    {
        FakePatron patron = patrons.Found(call);
        JsonNode? body = Read(call, check => check
            .Required("BlockingStatusNotes", "NonBlockingStatusNotes").Anything("BlockingStatusNotes", "NonBlockingStatusNotes"));
        JsonObject changed = Json.Copy(patron.Json);
        changed["BlockingNotes"] = NotesOf(call, body?["BlockingStatusNotes"]);
        changed["NonBlockingNotes"] = NotesOf(call, body?["NonBlockingStatusNotes"]);
        records.Patrons.Put(new FakePatron(changed));
        return FakeResponse.Empty(200);
    }

    public FakeResponse Patch(PolarisCall call)
    {
        FakePatron patron = patrons.Found(call);
        string type = call.Query.TryGetValue("type", out string? asked) ? asked : "";
        JsonNode? body = Read(call, check => _ = type switch
        {
            "flags" => check.Required("Code", "Value").Texts("Code").Bools("Value"),
            "membership" => check.Bools("OverridePolicy").Ints("PatronCodeID", "MembershipSubscriptionYears").Texts("ExpirationDate", "StatisticalClassCode")
                .Objects("Fees", fee => fee.Required("Fee", "FeeReasonCodeID").Ints("FeeReasonCodeID").Anything("Fee").NothingElse()),
            "membershipcard" => check.Texts("Barcode", "Status"),
            _ => throw call.BadRequest("The fake knows type=flags, membership and membershipcard only."),
        });
        JsonObject changed = Json.Copy(patron.Json);
        Apply(type, body, changed);
        records.Patrons.Put(new FakePatron(changed));
        return FakeResponse.Empty(type == "membershipcard" ? 200 : 204);
    }

    private static void Apply(string type, JsonNode? body, JsonObject patron)
    {
        if (type == "flags")
        {
            Part(patron, "Flags")[body.Text("Code")!] = body.Flag("Value");
            return;
        }

        foreach (string name in Replaced.Where(name => body?[name] is not null))
        {
            patron[name] = body![name]!.DeepClone();
        }

        if (body.Text("Status") is { } status)
        {
            patron["CardStatus"] = status;
        }

        if (body.Text("ExpirationDate") is { } expires)
        {
            Part(patron, "Registration")["ExpirationDate"] = expires;
        }
    }

    private static JsonArray? NotesOf(PolarisCall call, JsonNode? notes) => notes switch
    {
        null => null,
        JsonArray array when array.All(note => note is JsonValue value && value.TryGetValue(out string? _))
            && array.Sum(note => note!.ToString().Length) <= MaxNoteLength => Json.Copy(array),
        _ => throw call.BadRequest($"Notes are an array of strings with at most {MaxNoteLength} characters together, or null."),
    };

    private static JsonObject Part(JsonObject patron, string name)
    {
        JsonObject part = patron.Object(name) ?? [];
        patron[name] = Json.Copy(part);
        return patron.Object(name)!;
    }

    private JsonObject AssociationOf(PolarisCall call, JsonNode? sent)
    {
        int id = sent.Int("LinkedPatronId")!.Value;
        string? note = sent.Text("Note");
        return records.Patrons.Find(id) is null
            ? throw call.Refuse(PolarisAnswers.Error(400, 0, "Invalid LinkedPatronID."), $"Patron {id}, the one to associate, does not exist.")
            : new JsonObject
            {
                ["LinkedPatronID"] = id,
                ["Note"] = note?.Substring(0, Math.Min(note.Length, MaxAssociationNoteLength)),
                ["BlockMe"] = sent.Flag("BlockMe") ?? false,
            };
    }

    private JsonNode? Read(PolarisCall call, Action<BodyCheck> look)
    {
        JsonElement body = call.ReadJson();
        BodyCheck check = new(call, body, options.AcceptQuotedNumbers);
        look(check);
        check.NothingElse();
        return Json.Node(body);
    }
}
