using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Polaris.Client.Testing;

/// <summary>The calls that read bibliographic records, and the one that creates one without a workflow.</summary>
internal sealed class BibRoutes(FakePolarisOptions options, PolarisRecords records, LockTable locks, LockJson lockJson)
{
    private const int BibObjectType = 2;
    private const int MostIds = 20;

    public FakeResponse Get(PolarisCall call)
    {
        FakeBib bib = Found(call);
        JsonObject shown = Json.CopyWithout(bib.Json, "Record", "NumberOfLinkedItems");

        // Values that a test did not set are those that the vendor documents as usual.
        shown["RecordStatusID"] = bib.RecordStatusId;
        shown["RecordOwnerID"] = bib.RecordOwnerId;
        shown["DisplayInPac"] = bib.DisplayInPac;
        shown["DoNotOverlay"] = bib.DoNotOverlay;
        shown["BrowseTitle"] = Marc.Title(bib.Marc);
        shown["BrowseAuthor"] = Marc.Author(bib.Marc);
        return FakeResponse.Json(shown);
    }

    public FakeResponse MarcDisplay(PolarisCall call) => FakeResponse.Json(Marc.Display(Found(call).Marc));

    /// <summary>The copies that the fake has; all of them belong to one branch.</summary>
    public FakeResponse Availability(PolarisCall call)
    {
        List<FakeItem> items = [.. records.ItemsOf(Found(call).Id)];
        return FakeResponse.Json(new JsonObject
        {
            ["Details"] = Json.Array(items.Count == 0 ? [] : new[]
            {
                (JsonNode)new JsonObject
                {
                    ["BranchName"] = "Main Library",
                    ["BranchAbbreviation"] = "MAIN",
                    ["AvailableCount"] = items.Count(item => item.Json.Int("ItemStatusID") is null or 1),
                    ["TotalCount"] = items.Count,
                },
            }),
        });
    }

    /// <summary>The MARC data of 1 to 20 records; those locked by others are withheld, and unknown ones omitted.</summary>
    public FakeResponse MarcRecords(PolarisCall call)
    {
        List<FakeBib> bibs = [.. ReadIds(call).Select(records.Bibs.Find).OfType<FakeBib>()];
        List<LockEntry> withheld = [.. bibs.Select(bib => locks.ConflictFor(call.Caller!, new(BibObjectType, bib.Id))).OfType<LockEntry>()];
        return FakeResponse.Json(new JsonObject
        {
            ["marcRecords"] = Json.Array(bibs
                .Where(bib => !withheld.Exists(held => held.Target.ObjectId == bib.Id))
                .Select(bib => (JsonNode)new JsonObject
                {
                    ["BibliographicRecordId"] = bib.Id,
                    ["BibliographicBrief"] = new JsonObject
                    {
                        ["BibliographicRecordID"] = bib.Id,
                        ["BrowseAuthor"] = Marc.Author(bib.Marc),
                        ["BrowseTitle"] = Marc.Title(bib.Marc),
                        ["PrimaryMARCTOMID"] = 1,
                    },
                    ["Record"] = Marc.Display(bib.Marc),
                })),
            ["objectLocks"] = Json.Array(withheld.Select(lockJson.OfList)),
        });
    }

    /// <summary>The items of a record, in the order of their IDs; all of them without a limit.</summary>
    public FakeResponse Items(PolarisCall call)
    {
        FakeBib bib = Found(call);
        int limit = Number(call, "Limit") is { } asked and > 0 ? asked : int.MaxValue;
        return FakeResponse.Json(Json.Array(records.ItemsOf(bib.Id).OrderBy(item => item.Id)
            .Skip(Number(call, "Offset") ?? 0)
            .Take(limit)
            .Select(item => (JsonNode)new JsonObject
            {
                ["ItemRecordID"] = item.Id,
                ["AssignedBranch"] = "Main Library",
                ["Barcode"] = item.Barcode,
                ["CallNumber"] = item.Json.Text("CallNumber"),
                ["Collection"] = item.Json.Text("AssignedCollectionName"),
                ["ControlNumber"] = item.Id,
                ["DueDate"] = item.Json.Object("CirculationData").Text("DueDate"),
                ["RecordStatus"] = item.RecordStatusId == 1 ? "Final" : null,
                ["ShelfLocation"] = item.Json.Text("ShelfLocationDescription"),
                ["Status"] = ListRoutes.ItemStatus(item.ItemStatusId),
                ["Title"] = Marc.Title(bib.Marc),
                ["Volume"] = item.Json.Text("VolumeNumber"),
            })));
    }

    public FakeResponse RecordSets(PolarisCall call) => FakeResponse.Json(RecordSetRoutes.Of(records, Found(call).Id, BibObjectType));

    /// <summary>Creates a record. Like Polaris, it accepts any leader and any field 008, and does not look for duplicates.</summary>
    public FakeResponse Create(PolarisCall call)
    {
        if (!call.Query.TryGetValue("type", out string? type) || !type.Equals("Create", StringComparison.OrdinalIgnoreCase))
        {
            throw call.BadRequest("The fake knows type=Create only.");
        }

        JsonElement body = call.ReadJson();
        new BodyCheck(call, body, options.AcceptQuotedNumbers)
            .Required("RecordOwnerID", "DisplayInPAC", "DoNotOverlay", "Record")
            .Ints("RecordOwnerID").Bools("DisplayInPAC", "DoNotOverlay").Object("Record", BibSave.CheckRecord).NothingElse();
        JsonNode sent = Json.Node(body)!;
        FakeBib created = new()
        {
            Id = records.NewId(),
            RecordOwnerId = sent.Int("RecordOwnerID") ?? 0,
            DisplayInPac = sent.Flag("DisplayInPAC") ?? false,
            DoNotOverlay = sent.Flag("DoNotOverlay") ?? false,
            Marc = Json.Copy(sent.Object("Record") ?? []),
        };
        records.Bibs.Put(created);
        return FakeResponse.Json(PolarisRecords.Key(created.Id));
    }

    private static int? Number(PolarisCall call, string parameter) => !call.Query.TryGetValue(parameter, out string? text) ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number
        : throw call.BadRequest($"The parameter {parameter} must be a number.");

    private FakeBib Found(PolarisCall call)
    {
        int id = call.Number("id");
        return records.Bibs.Find(id) ?? throw new Refusal(
            PolarisAnswers.Error(404, 0, $"Bibliographic record with ID {PolarisRecords.Key(id)} not found."));
    }

    private static List<int> ReadIds(PolarisCall call)
    {
        string[] parts = (call.Query.TryGetValue("ids", out string? text) ? text : "").Split(',');
        List<int> ids = [.. parts.Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int id) ? id : 0)];
        return ids.Contains(0) || ids.Count > MostIds
            ? throw call.BadRequest("The parameter ids must contain 1 to 20 numbers, separated by commas.")
            : ids;
    }
}
