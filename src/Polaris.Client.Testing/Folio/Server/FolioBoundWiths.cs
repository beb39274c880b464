using System.Text.Json.Nodes;

namespace Polaris.Client.Testing;

/// <summary>Responds to PUT <c>inventory-storage/bound-withs</c>: the parts of an item become those of the request.</summary>
internal static class FolioBoundWiths
{
    private static readonly FakeFolioResourceShape Body = new()
    {
        Path = "",
        CollectionProperty = "",
        Table = "",
        ClassName = "BoundWith",
        RequiredFields = ["itemId", "boundWithContents"],
        KnownFields = ["itemId"],
        OtherFields = ["boundWithContents"],
        RefusesUnknownFields = true,
    };

    public static FakeResponse Put(FakeFolioTenant tenant, FolioCall call)
    {
        JsonObject? wanted = new FolioRecordReader(Body).Read(call.Text, out FakeResponse? refusal);
        if (wanted is null)
        {
            return refusal!;
        }

        if (wanted["boundWithContents"] is not JsonArray contents || contents.Any(part => part is not JsonObject))
        {
            return FolioAnswers.Text(400, "Cannot deserialize value of type `java.util.ArrayList<org.folio.rest.jaxrs.model.BoundWithContent>`");
        }

        string itemId = IdIn(wanted, "itemId");
        List<string> holdingsIds = [.. contents.Select(part => IdIn(part!, "holdingsRecordId"))];
        FolioRow? item = Find(tenant, "item-storage/items", itemId);
        List<(string Code, string Message, string Key, string Id)> missing =
        [
            .. item is null ? [("item.not-found", "Item not found.", "itemId", itemId)] : Array.Empty<(string, string, string, string)>(),
            .. holdingsIds.Where(id => Find(tenant, "holdings-storage/holdings", id) is null)
                .Select(id => ("holding.not-found", "Holdings record not found.", "holdingsRecordId", id)),
        ];
        if (missing.Count > 0)
        {
            return FolioAnswers.Json(422, new JsonObject { ["errors"] = new JsonArray([.. missing.Select(Error)]) });
        }

        Set(tenant.FindResource("inventory-storage/bound-with-parts")!, itemId, FolioFieldReader.Text(item!.Json["holdingsRecordId"]) ?? "", holdingsIds, call.User!);
        return FakeResponse.Empty(204);
    }

    /// <summary>The item's own holdings record is always a part, unless it would be the only one.</summary>
    private static void Set(FakeFolioResource parts, string itemId, string main, List<string> holdingsIds, FakeFolioUser user)
    {
        HashSet<string> kept = [.. holdingsIds.Append(main).Where(id => id.Length > 0)];
        if (holdingsIds.TrueForAll(id => id == main))
        {
            kept.Clear();
        }

        foreach (FolioRow row in parts.Rows.After(null).Where(row => FolioText.Lower(FolioFieldReader.Text(row.Json["itemId"]) ?? "") == itemId).ToList())
        {
            if (!kept.Remove(FolioText.Lower(FolioFieldReader.Text(row.Json["holdingsRecordId"]) ?? "")))
            {
                parts.Rows.Remove(row.Id);
            }
        }

        foreach (string id in kept)
        {
            parts.Save(Guid.NewGuid().ToString(), new JsonObject { ["itemId"] = itemId, ["holdingsRecordId"] = id }, user, replaced: null);
        }
    }

    private static JsonNode Error((string Code, string Message, string Key, string Id) missing) => new JsonObject
    {
        ["message"] = missing.Message,
        ["code"] = missing.Code,
        ["parameters"] = new JsonArray(new JsonObject { ["key"] = missing.Key, ["value"] = missing.Id }),
    };

    private static string IdIn(JsonNode json, string member) => FolioText.Lower(FolioFieldReader.Text(json[member]) ?? "");

    private static FolioRow? Find(FakeFolioTenant tenant, string path, string id) => tenant.FindResource(path)!.Rows.Find(id);
}
