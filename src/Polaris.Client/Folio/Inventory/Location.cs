using System.Text.Json;

namespace Polaris.Client.Folio;

/// <summary>A shelving location.</summary>
[FolioResource("locations", "locations", ShowsHiddenWith = "includeShadowLocations", HasUniqueCode = true)]
public sealed class Location : ReferenceRecord
{
    /// <summary>The unique code. The server requires it.</summary>
    public string? Code { get; set; }

    /// <summary>A description.</summary>
    public string? Description { get; set; }

    /// <summary>The name that the public sees.</summary>
    public string? DiscoveryDisplayName { get; set; }

    /// <summary>Whether the location is in use.</summary>
    public bool? IsActive { get; set; }

    /// <summary>The ID of the <see cref="Institution"/>. The server requires it.</summary>
    public Guid? InstitutionId { get; set; }

    /// <summary>The ID of the <see cref="Campus"/>. The server requires it.</summary>
    public Guid? CampusId { get; set; }

    /// <summary>The ID of the <see cref="Library"/>. The server requires it.</summary>
    public Guid? LibraryId { get; set; }

    /// <summary>Values defined by the library.</summary>
    public Dictionary<string, JsonElement>? Details { get; set; }

    /// <summary>The ID of the primary <see cref="ServicePoint"/>. The server requires it.</summary>
    public Guid? PrimaryServicePoint { get; set; }

    /// <summary>The IDs of all service points; the server requires that the primary one is among them.</summary>
    public List<Guid>? ServicePointIds { get; set; }

    /// <summary>Whether items stay where they are checked in.</summary>
    public bool? IsFloatingCollection { get; set; }

    /// <summary>Whether the location belongs to another tenant; the server hides such locations from lists.</summary>
    public bool? IsShadow { get; set; }

    /// <summary>The institution as the server joined it. Never sent.</summary>
    [KeptByServer]
    public JsonElement? Institution { get; set; }

    /// <summary>The campus as the server joined it. Never sent.</summary>
    [KeptByServer]
    public JsonElement? Campus { get; set; }

    /// <summary>The library as the server joined it. Never sent.</summary>
    [KeptByServer]
    public JsonElement? Library { get; set; }

    /// <summary>The service point as the server joined it. Never sent.</summary>
    [KeptByServer]
    public JsonElement? PrimaryServicePointObject { get; set; }

    /// <summary>The service points as the server joined them. Never sent.</summary>
    [KeptByServer]
    public List<JsonElement>? ServicePoints { get; set; }
}

/// <summary>An institution, the top level of the location tree.</summary>
[FolioResource("location-units/institutions", "locinsts", ShowsHiddenWith = "includeShadow")]
public sealed class Institution : ReferenceRecord
{
    /// <summary>The code. The server requires it.</summary>
    public string? Code { get; set; }

    /// <summary>Whether it belongs to another tenant; the server hides such records from lists.</summary>
    public bool? IsShadow { get; set; }
}

/// <summary>A campus of an institution.</summary>
[FolioResource("location-units/campuses", "loccamps", ShowsHiddenWith = "includeShadow")]
public sealed class Campus : ReferenceRecord
{
    /// <summary>The code. The server requires it.</summary>
    public string? Code { get; set; }

    /// <summary>The ID of the <see cref="Institution"/>. The server requires it.</summary>
    public Guid? InstitutionId { get; set; }

    /// <summary>Whether it belongs to another tenant; the server hides such records from lists.</summary>
    public bool? IsShadow { get; set; }
}

/// <summary>A library on a campus.</summary>
[FolioResource("location-units/libraries", "loclibs", ShowsHiddenWith = "includeShadow")]
public sealed class Library : ReferenceRecord
{
    /// <summary>The code. The server requires it.</summary>
    public string? Code { get; set; }

    /// <summary>The ID of the <see cref="Campus"/>. The server requires it.</summary>
    public Guid? CampusId { get; set; }

    /// <summary>Whether it belongs to another tenant; the server hides such records from lists.</summary>
    public bool? IsShadow { get; set; }
}

/// <summary>A service point, where items are checked in and out.</summary>
[FolioResource("service-points", "servicepoints", PutsQueriesInParentheses = true, ShowsHiddenWith = "includeRoutingServicePoints", HasUniqueCode = true)]
public sealed class ServicePoint : ReferenceRecord
{
    /// <summary>The unique code. The server requires it.</summary>
    public string? Code { get; set; }

    /// <summary>The name that the public sees. The server requires it.</summary>
    public string? DiscoveryDisplayName { get; set; }

    /// <summary>A description.</summary>
    public string? Description { get; set; }

    /// <summary>How long shelving takes, in minutes.</summary>
    public int? ShelvingLagTime { get; set; }

    /// <summary>Whether items can be picked up here; the server then requires <see cref="HoldShelfExpiryPeriod"/>.</summary>
    public bool? PickupLocation { get; set; }

    /// <summary>How long items wait on the hold shelf.</summary>
    public TimePeriod? HoldShelfExpiryPeriod { get; set; }

    /// <summary>What happens to a due date on a closed day, for example <c>Keep_the_current_due_date</c>.</summary>
    public string? HoldShelfClosedLibraryDateManagement { get; set; }

    /// <summary>What happens at check-in after use in the library, for example <c>Ask_for_action</c>.</summary>
    public string? DefaultCheckInActionForUseAtLocation { get; set; }

    /// <summary>The slips that are printed here.</summary>
    public List<StaffSlip>? StaffSlips { get; set; }

    /// <summary>Whether the service point only routes requests; the server hides such service points from lists.</summary>
    public bool? EcsRequestRouting { get; set; }
}

/// <summary>A length of time.</summary>
public sealed class TimePeriod : RecordPart
{
    /// <summary>The number of units.</summary>
    public int? Duration { get; set; }

    /// <summary>The unit: <c>Minutes</c>, <c>Hours</c>, <c>Days</c>, <c>Weeks</c> or <c>Months</c>.</summary>
    public string? IntervalId { get; set; }
}

/// <summary>A slip that is printed at a service point.</summary>
public sealed class StaffSlip : RecordPart
{
    /// <summary>The ID of the slip.</summary>
    public Guid? Id { get; set; }

    /// <summary>Whether it is printed by default.</summary>
    public bool? PrintByDefault { get; set; }
}
