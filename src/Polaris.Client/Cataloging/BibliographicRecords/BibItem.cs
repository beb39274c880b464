using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Polaris.Client.Json;

namespace Polaris.Client.Cataloging;

/// <summary>An item in the list of a bibliographic record, in the form in which staff see it.</summary>
/// <remarks>A property that the server does not send is <see langword="null"/>. Vendor page: bibrecords/get_bib_items.</remarks>
public sealed class BibItem
{
    /// <summary>The ID of the item record; <see langword="null"/> on older servers, whose lists contain <see cref="ControlNumber"/> only.</summary>
    [JsonPropertyName("ItemRecordID")]
    public int? ItemRecordId { get; set; }

    /// <summary>The control number; in the vendor's samples it is the ID of the item record.</summary>
    public int? ControlNumber { get; set; }

    /// <summary>The barcode.</summary>
    public string? Barcode { get; set; }

    /// <summary>The title.</summary>
    public string? Title { get; set; }

    /// <summary>The name of the branch that the item is assigned to.</summary>
    public string? AssignedBranch { get; set; }

    /// <summary>The name of the collection.</summary>
    public string? Collection { get; set; }

    /// <summary>The name of the shelf location.</summary>
    public string? ShelfLocation { get; set; }

    /// <summary>The name of the material type.</summary>
    public string? MaterialType { get; set; }

    /// <summary>The call number.</summary>
    public string? CallNumber { get; set; }

    /// <summary>The volume.</summary>
    public string? Volume { get; set; }

    /// <summary>The designation of a serial.</summary>
    public string? Designation { get; set; }

    /// <summary>The name of the status of the item, such as Out.</summary>
    public string? Status { get; set; }

    /// <summary>The name of the status of the record, such as Final.</summary>
    public string? RecordStatus { get; set; }

    /// <summary>When the item is due.</summary>
    [JsonConverter(typeof(LenientDate))]
    public DateTimeOffset? DueDate { get; set; }

    /// <summary>When the item last circulated.</summary>
    [JsonConverter(typeof(LenientDate))]
    public DateTimeOffset? LastCircTransactionDate { get; set; }

    /// <summary>The vendor's property of the same name.</summary>
    public int? LoanUnits { get; set; }

    /// <summary>Properties that this library does not know, as received.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }

    /// <summary>Returns the ID, without content.</summary>
    public override string ToString() => $"{nameof(BibItem)} {ItemRecordId ?? ControlNumber}";
}

/// <summary>A part of the items of a bibliographic record.</summary>
/// <remarks>
/// The vendor's page shows an array of items. The ID of the snapshot cannot be in an array, so an object with one array is read as well,
/// whatever the name of the array is, because the page does not show it.
/// </remarks>
[JsonConverter(typeof(BibItemPageConverter))]
public sealed class BibItemPage
{
    /// <summary>The ID of the snapshot that the server took of the list; 0 if it did not send one.</summary>
    public int SnapshotId { get; set; }

    /// <summary>The number of items; <see langword="null"/> if the server did not send it.</summary>
    public int? TotalCount { get; set; }

    /// <summary>The items.</summary>
    public IReadOnlyList<BibItem> Items
    {
        get;
        set
        {
            ReceivedCount = value?.Count ?? 0;
            field = TolerantJson.Present(value);
        }
    } = [];

    /// <summary>The number of received rows, also of those that are null: it shows whether the part is full.</summary>
    internal int ReceivedCount { get; private set; }
}

internal sealed class BibItemPageConverter : JsonConverter<BibItemPage>
{
    public override BibItemPage Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var body = JsonElement.ParseValue(ref reader);
        if (body.ValueKind == JsonValueKind.Array)
        {
            return new BibItemPage { Items = ItemsOf(body, options) };
        }

        JsonElement[] arrays = body.ValueKind != JsonValueKind.Object
            ? []
            : [.. body.EnumerateObject().Select(member => member.Value).Where(value => value.ValueKind == JsonValueKind.Array)];
        return arrays.Length != 1
            ? throw new JsonException($"Expected an array of items, but found a JSON {body.ValueKind} with {arrays.Length} arrays.")
            : new BibItemPage
            {
                SnapshotId = TolerantJson.Number(body, "PitID") ?? 0,
                TotalCount = TolerantJson.Number(body, "TotalCount"),
                Items = ItemsOf(arrays[0], options),
            };
    }

    public override void Write(Utf8JsonWriter writer, BibItemPage value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value.Items, TypeOf(options));

    private static IReadOnlyList<BibItem> ItemsOf(JsonElement array, JsonSerializerOptions options) => array.Deserialize(TypeOf(options))!;

    private static JsonTypeInfo<IReadOnlyList<BibItem>> TypeOf(JsonSerializerOptions options) =>
        (JsonTypeInfo<IReadOnlyList<BibItem>>)options.GetTypeInfo(typeof(IReadOnlyList<BibItem>));
}
