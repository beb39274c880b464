using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Polaris.Client.Testing;

/// <summary>The calls that read item records, and the one that adds a blocking note.</summary>
internal sealed class ItemRoutes(FakePolarisOptions options, PolarisRecords records)
{
    public FakeResponse Get(PolarisCall call)
    {
        FakeItem item = Found(call);
        return (call.Query.TryGetValue("view", out string? view) ? view : null) switch
        {
            null => FakeResponse.Json(Whole(item)),
            "history" => FakeResponse.Json(Json.Array(item.History.Select(row => (JsonNode)Json.Copy(row)))),
            "itemview" => FakeResponse.Json(View(item)),
            "state" => FakeResponse.Json(State(item)),
            _ => throw call.BadRequest("The fake knows the views history, itemview and state only."),
        };
    }

    public FakeResponse RecordSets(PolarisCall call) => FakeResponse.Json(RecordSetRoutes.Of(records, Found(call).Id, RecordSetRoutes.Item, RecordSetRoutes.Weeding));

    public FakeResponse Barcode(PolarisCall call) => Found(call).Barcode is { } barcode
        ? FakeResponse.Json(JsonValue.Create(barcode))
        : PolarisAnswers.Error(404, 0, "Not Found.");

    /// <summary>The items of a list, as outreach services see them; unknown ones are omitted.</summary>
    public FakeResponse GetByIds(PolarisCall call)
    {
        JsonElement body = call.ReadJson();
        bool isIds = body.ValueKind == JsonValueKind.Array
            && body.EnumerateArray().All(id => id.ValueKind == JsonValueKind.Number && id.TryGetInt32(out _));
        if (!isIds || !IsNumber(call, "patronID") || !call.Query.TryGetValue("view", out string? view) || view != "ors")
        {
            throw call.BadRequest("The body must be an array of integers, patronID a number and view 'ors'.");
        }

        return FakeResponse.Json(Json.Array(body.EnumerateArray().Select(id => records.Items.Find(id.GetInt32())).OfType<FakeItem>().Select(Outreach)));
    }

    /// <summary>The hold requests of the item and of its title; none without a limit, as in production.</summary>
    public FakeResponse Holds(PolarisCall call)
    {
        FakeItem item = Found(call);
        List<FakeHold> holds = [.. records.Holds.All
            .Where(hold => hold.ItemRecordId == item.Id || (hold.ItemRecordId == 0 && hold.BibRecordId == item.BibRecordId))
            .OrderBy(hold => hold.Id)];
        int limit = IsNumber(call, "Limit") ? int.Parse(call.Query["Limit"], CultureInfo.InvariantCulture) : 0;
        int offset = IsNumber(call, "Offset") ? int.Parse(call.Query["Offset"], CultureInfo.InvariantCulture) : 0;
        return FakeResponse.Json(new JsonObject
        {
            ["PitID"] = "1",
            ["TotalCount"] = holds.Count,
            ["Offset"] = offset,
            ["Reservations"] = Json.Array(holds.Skip(offset).Take(limit).Select(hold => (JsonNode)new JsonObject
            {
                ["SysHoldRequestID"] = hold.Id,
                ["SysHoldStatusID"] = hold.StatusId,
                ["PatronID"] = hold.PatronId,
                ["BibliographicRecordID"] = hold.BibRecordId,
                ["ItemBarcode"] = hold.ItemRecordId == item.Id ? item.Barcode : null,
                ["ItemStatusID"] = item.ItemStatusId,
            })),
        });
    }

    /// <summary>Adds a note, unless the address names another organization than that of the item or the kind of note is not 1.</summary>
    public FakeResponse AddBlockingNote(PolarisCall call)
    {
        FakeItem item = Found(call);
        JsonElement body = call.ReadJson();
        new BodyCheck(call, body, options.AcceptQuotedNumbers).Required("NoteId", "Text").Ints("NoteId").Texts("Text").NothingElse();
        JsonNode? sent = Json.Node(body);
        bool isAccepted = sent.Int("NoteId") == 1 && call.Address.OrganizationId == item.AssignedBranchId;
        if (isAccepted)
        {
            JsonObject changed = Json.Copy(item.Json);
            changed["BlockingNotes"] = Json.Array(item.BlockingNotes.Append(sent.Text("Text")!).Select(text => (JsonNode)JsonValue.Create(text)));
            records.Items.Put(new FakeItem(changed));
        }

        return FakeResponse.Json(new JsonObject
        {
            ["ItemRecordID"] = item.Id,
            ["Success"] = isAccepted,
            ["Message"] = isAccepted ? "" : "The blocking note could not be added.",
            ["Title"] = "",
        });
    }

    /// <summary>The record as reads and saves return it.</summary>
    internal static JsonObject Whole(FakeItem item)
    {
        JsonObject shown = Json.CopyWithout(item.Json, "HasLinks", "History", "BlockingNotes");

        // Values that a test did not set are the usual ones.
        shown["ItemStatusID"] = item.ItemStatusId;
        shown["ItemStatusDescription"] = item.Json.Text("ItemStatusDescription") ?? ListRoutes.ItemStatus(item.ItemStatusId);
        shown["RecordStatusID"] = item.RecordStatusId;
        shown["AssignedBranchID"] = item.AssignedBranchId;
        shown["DisplayInPAC"] = item.DisplayInPac;
        return shown;
    }

    private static JsonObject View(FakeItem item)
    {
        JsonObject shown = new() { ["ItemRecordID"] = item.Id };
        string[] members =
        [
            "AssignedCollectionID", "AssignedCollectionName", "ShelfLocationID", "ShelfLocationDescription", "MaterialTypeID",
            "MaterialTypeDescription", "AssignedBlockID", "AssignedBlockDescription", "FreeTextBlock",
        ];
        foreach (string name in members)
        {
            shown[name] = item.Json[name]?.DeepClone();
        }

        return shown;
    }

    private static JsonObject State(FakeItem item) => new()
    {
        ["ItemStatusID"] = item.ItemStatusId,
        ["RecordStatusID"] = item.RecordStatusId,
        ["CollectionID"] = item.Json.Int("AssignedCollectionID"),
        ["Holdable"] = item.Json.Flag("Holdable") ?? true,
    };

    private JsonNode Outreach(FakeItem item) => new JsonObject
    {
        ["ItemRecordID"] = item.Id,
        ["Barcode"] = item.Barcode,
        ["BrowseTitle"] = records.Bibs.Find(item.BibRecordId) is { } bib ? Marc.Title(bib.Marc) : null,
        ["ItemStatusID"] = item.ItemStatusId,
        ["RecordStatusID"] = item.RecordStatusId,
        ["AssignedBranchID"] = item.AssignedBranchId,
        ["AssociatedBibRecordID"] = item.BibRecordId,
        ["PatronID"] = null,
        ["SysHoldRequestID"] = 0,
        ["HoldingPatronPickupBranchID"] = 0,
        ["IsElectronicItem"] = false,
    };

    private static bool IsNumber(PolarisCall call, string parameter) =>
        call.Query.TryGetValue(parameter, out string? text) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    private FakeItem Found(PolarisCall call)
    {
        bool isBarcode = call.Query.TryGetValue("isBarcode", out string? flag) && bool.TryParse(flag, out bool set) && set;
        string key = isBarcode ? call["id"] : PolarisRecords.Key(call.Number("id"));
        FakeItem? item = isBarcode ? records.Items.FindBy("barcode", key).FirstOrDefault() : records.Items.Find(call.Number("id"));
        return item ?? throw new Refusal(PolarisAnswers.Error(404, 0, $"Item Record with ID {key} not found."));
    }
}
