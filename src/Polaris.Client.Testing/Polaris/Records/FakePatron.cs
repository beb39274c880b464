using System.Text.Json.Nodes;

namespace Polaris.Client.Testing;

/// <summary>A patron of a <see cref="FakePolaris"/>.</summary>
public sealed class FakePatron : FakeRecord
{
    /// <summary>What the fake keeps with a patron, but the server does not return with one.</summary>
    internal static readonly string[] OwnMembers =
    [
        "Blocks", "RequestLimit", "BlockingNotes", "NonBlockingNotes", "Flags", "CardStatus", "Associations", "AccountTransactions", "ReaderServices",
    ];

    /// <summary>Initializes a new instance of the <see cref="FakePatron"/> class.</summary>
    public FakePatron()
        : this([])
    {
    }

    internal FakePatron(JsonObject json)
        : base("patrons", "PatronID", json)
    {
    }

    /// <summary>The barcode of the card; <c>null</c> for none.</summary>
    public string? Barcode
    {
        get => Json.Text("Barcode");
        init => Json["Barcode"] = value;
    }

    /// <summary>The blocks, by the server's names, such as <c>HeldItemBlock</c>; with one or more, check-outs and holds raise prompt 1.</summary>
    public IReadOnlyList<string> Blocks
    {
        get => [.. ((Json["Blocks"] as JsonArray) ?? []).Select(block => block?.ToString() ?? "")];
        init => Json["Blocks"] = Testing.Json.Array(value.Select(block => (JsonNode)JsonValue.Create(block)));
    }

    /// <summary>The maximum number of requests of the patron; one more raises prompt 68.</summary>
    /// <value>50 by default.</value>
    public int RequestLimit
    {
        get => Int("RequestLimit", 50);
        init => Json["RequestLimit"] = value;
    }

    /// <summary>The notes that were added and do not block the patron.</summary>
    public IReadOnlyList<string> NonBlockingNotes =>
        [.. ((Json["NonBlockingNotes"] as JsonArray) ?? []).Select(note => note?.ToString() ?? "")];

    /// <summary>The notes that were added and block the patron.</summary>
    public IReadOnlyList<string> BlockingNotes =>
        [.. ((Json["BlockingNotes"] as JsonArray) ?? []).Select(note => note?.ToString() ?? "")];

    /// <summary>The flags that were set, by the server's names.</summary>
    public IReadOnlyDictionary<string, bool> Flags =>
        (Json.Object("Flags") ?? []).ToDictionary(flag => flag.Key, flag => flag.Value?.GetValue<bool>() == true);

    /// <summary>The status that was set for the card; <c>null</c> if none was set.</summary>
    public string? CardStatus => Json.Text("CardStatus");

    /// <summary>The IDs of the patrons who are associated with this one, the latest first.</summary>
    public IReadOnlyList<int> AssociatedPatronIds =>
        [.. Json.Objects("Associations").Select(association => association.Int("LinkedPatronID") ?? 0)];

    /// <summary>The transactions of the account, as the server returns them.</summary>
    public IReadOnlyList<JsonObject> AccountTransactions
    {
        get => [.. Json.Objects("AccountTransactions")];
        init => Json["AccountTransactions"] = Testing.Json.Array(value.Select(row => (JsonNode)Testing.Json.Copy(row)));
    }
}
