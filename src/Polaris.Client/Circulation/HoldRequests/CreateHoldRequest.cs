using System.Text.Json;
using System.Text.Json.Serialization;
using Polaris.Client.Workflows;

namespace Polaris.Client.Circulation;

/// <summary>Places a hold on a title or an item for a patron.</summary>
/// <remarks>
/// <para>
/// POST workflow, request type 5, extension 9. The vendor's page of the workflow documents its number, steps and permissions
/// (HoldRequests_Create; OverrideRequestBlocks_Allow to go on in spite of blocks); the members were seen in clients in production.
/// </para>
/// <para>
/// Some failures were seen as messages only, such as an invalid pickup branch: show <see cref="WorkflowResult{TAnswer}.Messages"/>.
/// Whether the answer tells the id of the hold is not known; a new hold shows up in lists only after seconds.
/// </para>
/// <para>
/// The server may also ask the prompts 68, 77 and 88, whose buttons are not documented: answer them by their number,
/// <see cref="WorkflowPromptId.TotalRequestLimitExceeded"/>, <see cref="WorkflowPromptId.DuplicateHoldRequests"/> and
/// <see cref="WorkflowPromptId.PromoteHoldToBibLevel"/>.
/// </para>
/// </remarks>
public sealed class CreateHoldRequest() : WorkflowRequest<CustomWorkflowAnswer>(Kind)
{
    /// <summary>What the conductor needs to know of this workflow.</summary>
    public static WorkflowKind<CustomWorkflowAnswer> Kind { get; } = new(
        WorkflowRequestType.CreateHold,
        WorkflowRequestExtensionType.HoldRequest,
        WorkflowsJson.Default.CustomWorkflowAnswer)
    {
        Prompts = [SerialHoldsPrompt.Kind],
    };

    /// <summary>The patron.</summary>
    [JsonPropertyName("PatronID")]
    public int PatronId { get; set; }

    /// <summary>The branch where the patron picks the item up.</summary>
    [JsonPropertyName("PickupBranchID")]
    public int PickupBranchId { get; set; }

    /// <summary>Who places the hold.</summary>
    /// <value>2 by default: the staff. Other numbers are not documented.</value>
    public int Origin { get; set; } = 2;

    /// <summary>From when on the hold counts. Sent as UTC, in full seconds.</summary>
    [JsonConverter(typeof(HoldDateConverter)), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? ActivationDate { get; set; }

    /// <summary>Until when the hold counts. Sent as UTC, in full seconds.</summary>
    [JsonConverter(typeof(HoldDateConverter)), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? ExpirationDate { get; set; }

    /// <summary>The wanted title.</summary>
    [JsonPropertyName("BibliographicRecordID"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? BibliographicRecordId { get; set; }

    /// <summary>The wanted item.</summary>
    /// <value>0 by default: none in particular.</value>
    [JsonPropertyName("ItemRecordID")]
    public int ItemRecordId { get; set; }

    /// <summary>The barcode of the wanted item.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ItemBarcode { get; set; }

    /// <summary>Whether the hold is for this item alone.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? ItemLevelHold { get; set; }

    /// <summary>Notes that the staff are shown.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? StaffDisplayNotes { get; set; }

    /// <summary>Notes that the public is not shown. An item's member has another name, <c>NonPublicNote</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? NonPublicNotes { get; set; }

    /// <summary>Notes that the public catalogue shows.</summary>
    [JsonPropertyName("PACDisplayNotes"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? PacDisplayNotes { get; set; }

    /// <summary>Whether the prompt about blocks of the patron is left out.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? IgnorePatronBlocksPrompt { get; set; }

    /// <summary>The vendor's flag of the same name.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? PatronBlocksOnlyPrompt { get; set; }

    /// <summary>Whether the prompt about the limit of holds is left out.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? IgnoreMaximumHoldsPrompt { get; set; }

    /// <summary>The vendor's member of the same name. Its form is not documented, so it is sent as given.</summary>
    [JsonPropertyName("IgnorePromptForMaterialTypeIDs"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public JsonElement? IgnorePromptForMaterialTypeIds { get; set; }

    /// <summary>The vendor's flag of the same name.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? BulkMode { get; set; }

    /// <summary>The vendor's flag of the same name. True wants at least <see cref="Title"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? UnlockedRequest { get; set; }

    /// <summary>The title as text.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Title { get; set; }

    /// <summary>The vendor's browse title.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? BrowseTitle { get; set; }

    /// <inheritdoc/>
    protected internal override WorkflowData ToData() => WorkflowData.From(this, HoldRequestsJson.Default.CreateHoldRequest);
}
