using System.Globalization;
using System.Text.Json.Nodes;

namespace Polaris.Client.Testing;

/// <summary>The calls that read, cancel and delete hold requests, and read interlibrary loan requests.</summary>
internal sealed class HoldRoutes(FakePolarisOptions options, PolarisRecords records)
{
    private const int Done = 1000;
    private const int HoldNotFound = 60028;

    private static readonly Dictionary<int, string> StatusNames = new()
    {
        [1] = "Inactive",
        [3] = "Active",
        [4] = "Pending",
        [5] = "Shipped",
        [6] = "Held",
        [7] = "Not supplied",
        [8] = "Unclaimed",
        [9] = "Expired",
        [17] = "Out",
        [16] = "Cancelled",
    };

    /// <summary>The request without its ID, as in the vendor's sample.</summary>
    public FakeResponse Get(PolarisCall call)
    {
        FakeHold hold = Found(call);
        JsonObject shown = Json.CopyWithout(hold.Json, "SysHoldRequestID", "RecordStatusID", FakeHold.VisibleFrom);
        shown["SysHoldStatusID"] = hold.StatusId;
        shown["SysHoldStatus"] = NameOf(hold);
        shown["PatronBarcode"] = records.Patrons.Find(hold.PatronId)?.Barcode;
        shown["PickupBranchID"] = hold.PickupBranchId;
        shown["ItemBarcode"] = records.Items.Find(hold.ItemRecordId)?.Barcode;
        shown["ItemLevelHold"] = hold.ItemRecordId > 0;
        shown["BrowseTitle"] = TitleOf(hold);
        return FakeResponse.Json(shown);
    }

    public FakeResponse ListLocal(PolarisCall call)
    {
        FakePatron patron = FoundPatron(call);
        DateTimeOffset now = options.TimeProvider.GetUtcNow();
        return FakeResponse.Json(Json.Array(records.Holds.FindBy("patron", PolarisRecords.Key(patron.Id))
            .Where(hold => hold.IsVisible(now)).OrderBy(hold => hold.Id).Select(Row)));
    }

    public FakeResponse ListIll(PolarisCall call)
    {
        int patron = FoundPatron(call).Id;
        return FakeResponse.Json(Json.Array(IllRows().Where(row => row.Int("PatronID") == patron).Select(row => (JsonNode)Json.Copy(row))));
    }

    /// <summary>Cancels a request, or sets one that was located back to pending.</summary>
    public FakeResponse Change(PolarisCall call) => (call.Query.TryGetValue("action", out string? action) ? action : "") switch
    {
        "cancel" => Cancel(Found(call)),
        "return" => Return(call, Found(call)),
        _ => throw call.BadRequest("The parameter action must be cancel or return."),
    };

    /// <summary>Deletes a request; pending, active, held and shipped ones must have been canceled before.</summary>
    public FakeResponse Delete(PolarisCall call)
    {
        FakeHold hold = Found(call);
        if (hold.StatusId is FakeHold.Active or FakeHold.Pending or FakeHold.Held or FakeHold.Shipped)
        {
            return PolarisAnswers.Error(400, 0, "The hold request must be canceled before it is deleted.");
        }

        records.Holds.Remove(hold.Id);
        return Confirmed();
    }

    public static FakeResponse Defaults(PolarisCall call) => FakeResponse.Json(new JsonObject { ["ExpirationDatePeriod"] = 120 });

    public FakeResponse Counts(PolarisCall call)
    {
        int branch = call.Number("branchId");
        int CountOf(int status) => HoldsOf(branch).Count(hold => hold.StatusId == status);
        return FakeResponse.Json(new JsonObject
        {
            ["HoldsPendingCount"] = CountOf(FakeHold.Pending),
            ["HoldsToTransferCount"] = 0,
            ["HoldsUnclaimedCount"] = CountOf(FakeHold.Unclaimed),
            ["HoldsLocatedCount"] = 0,
            ["ILLUnclaimedCount"] = 0,
            ["HoldsCancelledCount"] = CountOf(FakeHold.Cancelled),
            ["HoldsToActionCount"] = CountOf(FakeHold.Unclaimed) + CountOf(FakeHold.Cancelled),
        });
    }

    /// <summary>The shape is not documented: the fake returns the rows of a patron's list.</summary>
    public FakeResponse Summary(PolarisCall call)
    {
        _ = call.Number("branchTypeId");
        int status = call.Number("statusId");
        return FakeResponse.Json(Json.Array(HoldsOf(call.Number("branchId")).Where(hold => hold.StatusId == status).Select(Row)));
    }

    /// <summary>The shape is not documented: the fake returns the rows that the test added.</summary>
    public FakeResponse IllSummary(PolarisCall call)
    {
        _ = call.Number("branchTypeId");
        (int branch, int status) = (call.Number("branchId"), call.Number("illStatusId"));
        return FakeResponse.Json(Json.Array(IllRows()
            .Where(row => row.Int("PickupBranchID") == branch && row.Int("ILLStatusID") == status)
            .Select(row => (JsonNode)Json.Copy(row))));
    }

    private FakeResponse Cancel(FakeHold hold) => hold.StatusId is FakeHold.Cancelled or FakeHold.Unclaimed or FakeHold.Expired or FakeHold.Out
        ? PolarisAnswers.Error(400, 0, $"A hold request with the status {NameOf(hold)} cannot be canceled.")
        : Put(hold, FakeHold.Cancelled);

    private FakeResponse Return(PolarisCall call, FakeHold hold)
    {
        string? text = call.Query.TryGetValue("itemrecordid", out string? value) ? value : null;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int item) && records.Items.Find(item) is not null
            ? Put(hold, FakeHold.Pending)
            : throw call.BadRequest("The parameter itemrecordid must be the ID of an item record.");
    }

    private FakeResponse Put(FakeHold hold, int status)
    {
        records.Holds.Put(new FakeHold(Json.Copy(hold.Json)) { StatusId = status });
        return Confirmed();
    }

    private static FakeResponse Confirmed() => FakeResponse.Json(JsonValue.Create(Done));

    private JsonNode Row(FakeHold hold) => new JsonObject
    {
        ["SysHoldRequestID"] = hold.Id,
        ["SysHoldStatusID"] = hold.StatusId,
        ["Status"] = NameOf(hold),
        ["Title"] = TitleOf(hold),
        ["BibliographicRecordID"] = hold.BibRecordId,
        ["ActivationDate"] = hold.Json["ActivationDate"]?.DeepClone(),
        ["ExpirationDate"] = hold.Json["ExpirationDate"]?.DeepClone(),
        ["HoldUntilDate"] = hold.Json["HoldTillDate"]?.DeepClone(),
        ["PickupBranchID"] = hold.PickupBranchId,
        ["ItemLevelHold"] = hold.ItemRecordId > 0,
        ["TrappingItemRecordID"] = hold.Json["TrappingItemRecordID"]?.DeepClone(),
        ["PACDisplayNotes"] = hold.Json["PACDisplayNotes"]?.DeepClone(),
    };

    private string TitleOf(FakeHold hold) => hold.Json.Text("Title") ?? Marc.Title(records.Bibs.Find(hold.BibRecordId)?.Marc);

    private static string NameOf(FakeHold hold) => StatusNames.TryGetValue(hold.StatusId, out string? name) ? name : "";

    private IEnumerable<FakeHold> HoldsOf(int branch) => records.Holds.All.Where(hold => hold.PickupBranchId == branch).OrderBy(hold => hold.Id);

    private List<JsonObject> IllRows() => records.Lists[PolarisRecords.IllRequests];

    private FakeHold Found(PolarisCall call)
    {
        int id = call.Number("id");
        return records.Holds.Find(id) ?? throw new Refusal(
            PolarisAnswers.Error(404, HoldNotFound, $"Hold Request with ID {PolarisRecords.Key(id)} not found."));
    }

    private FakePatron FoundPatron(PolarisCall call)
    {
        int id = call.Number("id");
        return records.Patrons.Find(id) ?? throw new Refusal(
            PolarisAnswers.Error(404, 0, $"Patron with ID {PolarisRecords.Key(id)} not found."));
    }
}
