using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Polaris.Client.Testing;

/// <summary>The calls that read patrons, and what belongs to them.</summary>
internal sealed class PatronRoutes(PolarisRecords records)
{
    /// <summary>The type of block that the fake returns; the types of Polaris are not documented.</summary>
    private const int BlockType = 1;

    private static readonly Dictionary<string, string> Details = new(StringComparer.Ordinal)
    {
        ["precheckoutbrief"] = "PreCheckoutBrief",
        ["basicdata"] = "BasicData",
        ["headerdata"] = "HeaderData",
        ["blockssummary"] = "BlocksSummary",
        ["dateinfo"] = "DateInfo",
    };

    private static readonly string[] RequiredForBlocks = ["logonBranchID", "associatedblocks"];

    private static readonly string[] Identifiers = ["barcode", "patronid", "username", "user1", "user2", "user3", "user4", "user5"];

    public FakeResponse Get(PolarisCall call)
    {
        FakePatron patron = Found(call);
        JsonObject shown = Json.CopyWithout(patron.Json, FakePatron.OwnMembers);
        shown["RecordStatusID"] = patron.RecordStatusId;

        // The vendor documents that these are added, but not how they look.
        foreach (string parameter in call.Query.Keys.Where(Details.ContainsKey))
        {
            shown[Details[parameter]] = call.Query[parameter] == "1"
                ? new JsonObject { ["PatronID"] = patron.Id }
                : throw call.BadRequest($"The parameter {parameter} is set with the value 1.");
        }

        return FakeResponse.Json(shown);
    }

    public FakeResponse FindId(PolarisCall call)
    {
        string value = call.Query.TryGetValue("id", out string? id) ? id : "";
        string type = call.Query.TryGetValue("type", out string? asked) ? asked.ToLowerInvariant() : "barcode";
        if (value.Length == 0 || !Identifiers.Contains(type))
        {
            throw call.BadRequest("The parameter id must have a value, and type must be a documented one.");
        }

        FakePatron? patron = type switch
        {
            "barcode" => records.PatronWithBarcode(value),
            "patronid" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? records.Patrons.Find(number) : null,
            _ => records.Patrons.All.FirstOrDefault(candidate => HasField(candidate, type, value)),
        };
        return patron is null ? PolarisAnswers.Error(404, 0, "Not Found.") : FakeResponse.Json(PolarisRecords.Key(patron.Id));
    }

    public FakeResponse Barcode(PolarisCall call) => Found(call).Barcode is { } barcode
        ? FakeResponse.Json(JsonValue.Create(barcode))
        : PolarisAnswers.Error(404, 0, "Not Found.");

    /// <summary>The blocks that a test gave the patron; 404 if there are none, as in production.</summary>
    public FakeResponse Blocks(PolarisCall call)
    {
        foreach (string parameter in RequiredForBlocks.Where(name => !call.Query.ContainsKey(name)))
        {
            throw call.BadRequest($"The parameter {parameter} is missing.");
        }

        FakePatron patron = Found(call);
        bool ofAssociated = call.Query["associatedblocks"] == "true";
        List<JsonNode> rows = [.. (ofAssociated ? patron.AssociatedPatronIds.Select(records.Patrons.Find).OfType<FakePatron>() : [patron])
            .SelectMany(BlocksOf)];
        return rows.Count > 0 ? FakeResponse.Json(Json.Array(rows)) : PolarisAnswers.Error(404, 0, "Patron has no blocks.");
    }

    /// <summary>The blocks that a branch defined; those without an organization belong to all.</summary>
    public FakeResponse LibraryBlocks(PolarisCall call)
    {
        string? text = call.Query.TryGetValue("orgID", out string? value) ? value : null;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int asked)
            ? FakeResponse.Json(Json.Array(records.Lists["patronblocks"]
                .Where(row => (row.Int("OrganizationID") ?? asked) == asked)
                .Select(row => (JsonNode)Json.CopyWithout(row, "OrganizationID"))))
            : throw call.BadRequest("The parameter orgID must be a number.");
    }

    public FakeResponse ItemsOut(PolarisCall call)
    {
        FakePatron patron = Found(call);
        if (!call.Query.TryGetValue("ilsTransactionSubTypeCode", out string? kind) || !int.TryParse(kind, out _))
        {
            throw call.BadRequest("The parameter ilsTransactionSubTypeCode must be a number.");
        }

        return FakeResponse.Json(Json.Array(records.Items.All
            .Where(item => item.BorrowerId == patron.Id)
            .OrderBy(item => item.Id)
            .Select(item => (JsonNode)new JsonObject
            {
                ["ItemRecordID"] = item.Id,
                ["Barcode"] = item.Barcode,
                ["BibliographicRecordID"] = item.BibRecordId,
                ["BrowseTitle"] = records.Bibs.Find(item.BibRecordId) is { } bib ? Marc.Title(bib.Marc) : null,
                ["AssignedBranchID"] = item.AssignedBranchId,
                ["DueDate"] = item.Json.Object("CirculationData").Text("DueDate"),
                ["ElectronicItem"] = false,
            })));
    }

    public FakeResponse AccountTransactions(PolarisCall call) => FakeResponse.Json(Json.Array(
        Found(call).AccountTransactions.Select(row => (JsonNode)Json.Copy(row))));

    /// <summary>The transactions with an amount that is not paid. How Polaris returns them is not documented.</summary>
    public FakeResponse OutstandingAccount(PolarisCall call) => FakeResponse.Json(Json.Array(
        Found(call).AccountTransactions
            .Where(row => row["OutstandingAmount"] is JsonValue amount && amount.GetValueKind() == JsonValueKind.Number && amount.ToString() is not ("0" or "0.0"))
            .Select(row => (JsonNode)Json.Copy(row))));

    /// <summary>The reader services that a test gave the patron; how Polaris responds for another patron is not documented.</summary>
    public FakeResponse ReaderServices(PolarisCall call)
    {
        FakePatron patron = Found(call);
        JsonObject shown = Json.Copy(patron.Json.Object("ReaderServices") ?? []);
        shown["PatronID"] = patron.Id;
        return FakeResponse.Json(shown);
    }

    public FakeResponse Associations(PolarisCall call) => FakeResponse.Json(Associations(Found(call)));

    /// <summary>The custom fields; those without a type of registration belong to all.</summary>
    public FakeResponse CustomData(PolarisCall call)
    {
        int type = call.Number("type");
        return FakeResponse.Json(Json.Array(records.Lists["patroncustomdata"]
            .Where(row => (row.Int("RegistrationType") ?? type) == type)
            .Select(row => (JsonNode)Json.CopyWithout(row, "RegistrationType"))));
    }

    internal FakePatron Found(PolarisCall call)
    {
        int id = call.Number("id");
        return records.Patrons.Find(id) ?? throw new Refusal(PolarisAnswers.Error(404, 0, $"Patron with ID {PolarisRecords.Key(id)} not found."));
    }

    /// <summary>The position of a block in the list of a patron; -1 if it does not exist.</summary>
    internal static int PlaceOf(FakePatron patron, int blockType, int blockId) =>
        blockType == BlockType && blockId >= 1 && blockId <= patron.Blocks.Count ? blockId - 1 : -1;

    internal JsonArray Associations(FakePatron patron) => Json.Array(patron.Json.Objects("Associations").Select(association =>
    {
        FakePatron? linked = records.Patrons.Find(association.Int("LinkedPatronID") ?? 0);
        return (JsonNode)new JsonObject
        {
            ["LinkedPatronID"] = association.Int("LinkedPatronID"),
            ["Barcode"] = linked?.Barcode,
            ["PatronName"] = linked?.Json.Object("Registration").Text("NameLast"),
            ["BranchName"] = null,
            ["Note"] = association.Text("Note"),
            ["BlockMe"] = association.Flag("BlockMe"),
            ["AllowMe"] = false,
            ["OrganizationID"] = linked?.Json.Int("OrganizationID"),
        };
    }));

    private static IEnumerable<JsonNode> BlocksOf(FakePatron patron) => patron.Blocks.Select((block, index) => (JsonNode)new JsonObject
    {
        ["PatronID"] = patron.Id,
        ["PatronFullName"] = patron.Json.Object("Registration").Text("NameLast"),
        ["BlockType"] = BlockType,
        ["BlockID"] = index + 1,
        ["BlockDescription"] = block,
    });

    private static bool HasField(FakePatron patron, string field, string value) => (patron.Json.Object("Registration") ?? [])
        .Any(member => member.Key.Equals(field, StringComparison.OrdinalIgnoreCase) && member.Value?.ToString() == value);
}
