using System.Globalization;
using System.Text.Json.Nodes;

namespace Polaris.Client.Testing;

/// <summary>An item record of a <see cref="FakePolaris"/>.</summary>
public sealed class FakeItem : FakeRecord
{
    internal const int In = 1;
    internal const int Out = 2;
    internal const int Held = 4;
    internal const int InTransit = 6;

    /// <summary>Initializes a new instance of the <see cref="FakeItem"/> class.</summary>
    public FakeItem()
        : this([])
    {
    }

    internal FakeItem(JsonObject json)
        : base("items", "ItemRecordID", json)
    {
    }

    /// <summary>The barcode; <c>null</c> for none.</summary>
    public string? Barcode
    {
        get => Json.Text("Barcode");
        init => Json["Barcode"] = value;
    }

    /// <summary>The bibliographic record that the item belongs to; 0 for none.</summary>
    public int BibRecordId
    {
        get => Int("AssociatedBibRecordID");
        init => Json["AssociatedBibRecordID"] = value;
    }

    /// <summary>The status of the item: 1 in, 2 out, 4 held, 6 in transit, and so on.</summary>
    /// <value>1 by default.</value>
    public int ItemStatusId
    {
        get => Int("ItemStatusID", In);
        init => Json["ItemStatusID"] = value;
    }

    /// <summary>The branch that the item is assigned to.</summary>
    /// <value>3 by default, the organization of the clients that <see cref="FakePolaris.CreateClient"/> returns.</value>
    public int AssignedBranchId
    {
        get => Int("AssignedBranchID", FakePolaris.DefaultOrganizationId);
        init => Json["AssignedBranchID"] = value;
    }

    /// <summary>Whether the public catalog shows the item.</summary>
    /// <value><c>true</c> by default.</value>
    public bool DisplayInPac
    {
        get => Flag("DisplayInPAC", otherwise: true);
        init => Json["DisplayInPAC"] = value;
    }

    /// <summary>Whether the item is linked to other records, such as reserves; deleting it then raises prompt 75.</summary>
    public bool HasLinks
    {
        get => Flag("HasLinks");
        init => Json["HasLinks"] = value;
    }

    /// <summary>The patron who has the item; <c>null</c> if it is not checked out.</summary>
    public int? BorrowerId
    {
        get => Json.Object("CirculationData").Int("CurrentBorrowerID");
        init => Json["CirculationData"] = value is null ? null : new JsonObject { ["CurrentBorrowerID"] = value };
    }

    /// <summary>The actions that were taken with the item, as the server returns them. The fake does not add to them.</summary>
    public IReadOnlyList<JsonObject> History
    {
        get => [.. Json.Objects("History")];
        init => Json["History"] = Testing.Json.Array(value.Select(row => (JsonNode)Testing.Json.Copy(row)));
    }

    /// <summary>The blocking notes that were added.</summary>
    public IReadOnlyList<string> BlockingNotes =>
        [.. ((Json["BlockingNotes"] as JsonArray) ?? []).Select(note => note?.ToString() ?? "")];
}

/// <summary>A hold request of a <see cref="FakePolaris"/>.</summary>
public sealed class FakeHold : FakeRecord
{
    internal const int Active = 3;
    internal const int Pending = 4;
    internal const int Shipped = 5;
    internal const int Held = 6;
    internal const int Unclaimed = 8;
    internal const int Expired = 9;
    internal const int Cancelled = 16;
    internal const int Out = 17;

    /// <summary>When the request appears in lists; a property that only the fake knows.</summary>
    internal const string VisibleFrom = "VisibleFrom";

    /// <summary>Initializes a new instance of the <see cref="FakeHold"/> class.</summary>
    public FakeHold()
        : this([])
    {
    }

    internal FakeHold(JsonObject json)
        : base("holds", "SysHoldRequestID", json)
    {
    }

    /// <summary>The patron.</summary>
    public int PatronId
    {
        get => Int("PatronID");
        init => Json["PatronID"] = value;
    }

    /// <summary>The requested title; 0 for none.</summary>
    public int BibRecordId
    {
        get => Int("BibliographicRecordID");
        init => Json["BibliographicRecordID"] = value;
    }

    /// <summary>The requested item; 0 for any item of the title.</summary>
    public int ItemRecordId
    {
        get => Int("ItemRecordID");
        init => Json["ItemRecordID"] = value;
    }

    /// <summary>The branch where the patron picks the item up.</summary>
    /// <value>3 by default, the organization of the clients that <see cref="FakePolaris.CreateClient"/> returns.</value>
    public int PickupBranchId
    {
        get => Int("PickupBranchID", FakePolaris.DefaultOrganizationId);
        init => Json["PickupBranchID"] = value;
    }

    /// <summary>The status: 3 active, 4 pending, 5 shipped, 6 held, and so on.</summary>
    /// <value>3 by default.</value>
    public int StatusId
    {
        get => Int("SysHoldStatusID", Active);
        init => Json["SysHoldStatusID"] = value;
    }

    internal bool IsOpen => StatusId is Active or 1 or Pending;

    /// <summary>Whether an item was found for the request, and the patron does not have it yet.</summary>
    internal bool IsTrapped => StatusId is Shipped or Held;

    internal bool IsVisible(DateTimeOffset now) =>
        Json.Text(VisibleFrom) is not { } from || DateTimeOffset.Parse(from, CultureInfo.InvariantCulture) <= now;
}
