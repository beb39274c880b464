using System.Text.Json.Nodes;

namespace Polaris.Client.Testing;

/// <summary>The calls that read item records.</summary>
internal sealed class ItemRoutes(PolarisRecords records)
{
    public FakeResponse Get(PolarisCall call)
    {
        FakeItem item = Found(call);
        JsonObject shown = Json.CopyWithout(item.Json, "HasLinks");

        // Values that a test did not set are the usual ones.
        shown["ItemStatusID"] = item.ItemStatusId;
        shown["AssignedBranchID"] = item.AssignedBranchId;
        shown["DisplayInPAC"] = item.DisplayInPac;
        return FakeResponse.Json(shown);
    }

    public FakeResponse Barcode(PolarisCall call) => Found(call).Barcode is { } barcode
        ? FakeResponse.Json(JsonValue.Create(barcode))
        : PolarisAnswers.Error(404, 0, "Not Found.");

    private FakeItem Found(PolarisCall call)
    {
        bool isBarcode = call.Query.TryGetValue("isBarcode", out string? flag) && bool.TryParse(flag, out bool set) && set;
        string key = isBarcode ? call["id"] : PolarisRecords.Key(call.Number("id"));
        FakeItem? item = isBarcode ? records.Items.FindBy("barcode", key).FirstOrDefault() : records.Items.Find(call.Number("id"));
        return item ?? throw new Refusal(PolarisAnswers.Error(404, 0, $"Item Record with ID {key} not found."));
    }
}
