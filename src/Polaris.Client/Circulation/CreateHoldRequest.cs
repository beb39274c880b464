using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Polaris.Client.Workflows;

namespace Polaris.Client.Circulation;

/// <summary>Places a hold on a title or an item for a patron.</summary>
/// <remarks>
/// <para>
/// POST workflow, request type 5, extension 9. The vendor's page of the workflow documents its request type, steps and permissions
/// (HoldRequests_Create; OverrideRequestBlocks_Allow to continue in spite of blocks); the properties were seen in clients in production.
/// </para>
/// <para>
/// Some failures were seen only as messages, such as an invalid pickup branch: show <see cref="WorkflowResult{TAnswer}.Messages"/>.
/// Whether the response contains the ID of the hold is not known; a new hold appears in lists only after some seconds.
/// </para>
/// <para>
/// The server may also raise prompts 68, 77 and 88, whose buttons are not documented; a client in production replies Continue to 68 and 88.
/// Reply to them by their IDs,
/// <see cref="WorkflowPromptId.TotalRequestLimitExceeded"/>, <see cref="WorkflowPromptId.DuplicateHoldRequests"/> and
/// <see cref="WorkflowPromptId.PromoteHoldToBibLevel"/>.
/// </para>
/// </remarks>
public sealed class CreateHoldRequest() : WorkflowRequest<CustomWorkflowAnswer>(Kind)
{
    /// <summary>Describes this workflow to the client, for example to resume it from a bookmark.</summary>
    public static WorkflowKind<CustomWorkflowAnswer> Kind { get; } = new(
        WorkflowRequestType.CreateHold,
        WorkflowRequestExtensionType.HoldRequest,
        WorkflowsJson.Default.CustomWorkflowAnswer);

    /// <summary>The patron. Required.</summary>
    [JsonPropertyName("PatronID")]
    public int PatronId { get; set; }

    /// <summary>The branch where the patron picks the item up. Required.</summary>
    [JsonPropertyName("PickupBranchID")]
    public int PickupBranchId { get; set; }

    /// <summary>Who places the hold.</summary>
    /// <value>2 by default: staff. Other values are not documented.</value>
    public int Origin { get; set; } = 2;

    /// <summary>The day or instant from which the hold is active.</summary>
    [JsonConverter(typeof(ActivationDateConverter)), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public HoldDate? ActivationDate { get; set; }

    /// <summary>The day or instant at which the hold expires.</summary>
    [JsonConverter(typeof(ExpirationDateConverter)), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public HoldDate? ExpirationDate { get; set; }

    /// <summary>The requested title. Required, unless an item is requested, or a title as text with <see cref="UnlockedRequest"/>.</summary>
    [JsonPropertyName("BibliographicRecordID"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? BibliographicRecordId { get; set; }

    /// <summary>The requested item.</summary>
    /// <value>0 by default: none in particular.</value>
    [JsonPropertyName("ItemRecordID")]
    public int ItemRecordId { get; set; }

    /// <summary>The barcode of the requested item.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ItemBarcode { get; set; }

    /// <summary>Whether the hold is for this item only.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? ItemLevelHold { get; set; }

    /// <summary>Notes that are shown to staff.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? StaffDisplayNotes { get; set; }

    /// <summary>Notes that are not shown to the public. The property of an item has another name, <c>NonPublicNote</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? NonPublicNotes { get; set; }

    /// <summary>Notes that the public catalog shows.</summary>
    [JsonPropertyName("PACDisplayNotes"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? PacDisplayNotes { get; set; }

    /// <summary>Whether the prompt about blocks of the patron is skipped.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? IgnorePatronBlocksPrompt { get; set; }

    /// <summary>The vendor's flag of the same name.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? PatronBlocksOnlyPrompt { get; set; }

    /// <summary>Whether the prompt about the limit of holds is skipped.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? IgnoreMaximumHoldsPrompt { get; set; }

    /// <summary>The vendor's property of the same name. Its format is not documented, so it is sent unchanged.</summary>
    [JsonPropertyName("IgnorePromptForMaterialTypeIDs"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public JsonElement? IgnorePromptForMaterialTypeIds { get; set; }

    /// <summary>The vendor's flag of the same name.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? BulkMode { get; set; }

    /// <summary>The vendor's flag of the same name. If <c>true</c>, at least <see cref="Title"/> is required.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? UnlockedRequest { get; set; }

    /// <summary>The title as text.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Title { get; set; }

    /// <summary>The vendor's browse title.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? BrowseTitle { get; set; }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">
    /// <see cref="PatronId"/> or <see cref="PickupBranchId"/> is not set, or the request names neither a title nor an item.
    /// </exception>
    protected internal override WorkflowData ToData() => this switch
    {
        { PatronId: < 1 } => throw new InvalidOperationException("CreateHoldRequest.PatronId is not set: set it to the ID of the patron."),
        { PickupBranchId: < 1 } => throw new InvalidOperationException(
            "CreateHoldRequest.PickupBranchId is not set: set it to the branch where the patron picks the item up."),
        _ when !NamesWhatIsRequested => throw new InvalidOperationException(
            "CreateHoldRequest does not name what is requested: set BibliographicRecordId, ItemRecordId or ItemBarcode, or UnlockedRequest and Title."),
        _ => WorkflowData.From(this, CirculationJson.Default.CreateHoldRequest),
    };

    private bool NamesWhatIsRequested => UnlockedRequest == true
        ? !string.IsNullOrWhiteSpace(Title)
        : BibliographicRecordId > 0 || ItemRecordId > 0 || !string.IsNullOrWhiteSpace(ItemBarcode);
}

/// <summary>A date of a hold: a plain day, or an instant.</summary>
/// <remarks>Prefer <see cref="OnDay"/>: a server that cuts an instant to its UTC day can move it to the next day.</remarks>
public readonly struct HoldDate : IEquatable<HoldDate>
{
    private readonly DateTimeOffset _value;

    private HoldDate(DateTimeOffset value, bool isDay) => (_value, IsDay) = (value, isDay);

    /// <summary>Whether this is a plain day of the library's own calendar, without time and time zone.</summary>
    public bool IsDay { get; }

    /// <summary>Returns a plain day.</summary>
    /// <param name="year">The year.</param>
    /// <param name="month">The month, 1 to 12.</param>
    /// <param name="day">The day of the month, from 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The date does not exist.</exception>
    public static HoldDate OnDay(int year, int month, int day) => new(new DateTimeOffset(year, month, day, 0, 0, 0, TimeSpan.Zero), isDay: true);

    /// <summary>Returns an instant, which is sent as UTC in whole seconds.</summary>
    /// <param name="instant">The instant.</param>
    public static HoldDate At(DateTimeOffset instant) => new(instant, isDay: false);

    /// <summary>Converts an instant.</summary>
    /// <param name="instant">The instant.</param>
    public static implicit operator HoldDate(DateTimeOffset instant) => At(instant);

    /// <summary>Compares two dates.</summary>
    public static bool operator ==(HoldDate left, HoldDate right) => left.Equals(right);

    /// <summary>Compares two dates.</summary>
    public static bool operator !=(HoldDate left, HoldDate right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(HoldDate other) => _value == other._value && IsDay == other.IsDay;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is HoldDate other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _value.GetHashCode();

    /// <summary>Returns the day or instant in ISO 8601 format.</summary>
    public override string ToString() => ToString("yyyy-MM-dd");

    internal string ToString(string dayFormat) =>
        _value.UtcDateTime.ToString(IsDay ? dayFormat : "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}

/// <summary>Writes the dates of a hold in the formats that this workflow is known to accept; a plain day differs between the two.</summary>
internal abstract class HoldDateConverter(string dayFormat) : JsonConverter<HoldDate>
{
    public override HoldDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDateTimeOffset();

    public override void Write(Utf8JsonWriter writer, HoldDate value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString(dayFormat));
}

internal sealed class ActivationDateConverter() : HoldDateConverter("yyyy-MM-dd");

internal sealed class ExpirationDateConverter() : HoldDateConverter("MM'/'dd'/'yyyy");
