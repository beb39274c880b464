using System.Text.Json;
using System.Text.Json.Serialization;
using Polaris.Client.Workflows;

namespace Polaris.Client.Circulation;

/// <summary>Registers a patron.</summary>
/// <remarks>
/// POST workflow, request type 3, extension 4. Vendor page: workflow/patron_register. Only the first properties of the page are known: send
/// the others, such as name and address, with <see cref="AdditionalMembers"/>, named exactly as on the page of your server. The data of the
/// response and the IDs of the prompts are not documented. The request holds personal data: do not log it.
/// </remarks>
public sealed class RegisterPatron() : WorkflowRequest<CustomWorkflowAnswer>(Kind)
{
    /// <summary>Describes this workflow to the client, for example to resume it from a bookmark.</summary>
    public static WorkflowKind<CustomWorkflowAnswer> Kind { get; } = new(
        WorkflowRequestType.RegisterPatron,
        WorkflowRequestExtensionType.PatronRegistration,
        WorkflowsJson.Default.CustomWorkflowAnswer);

    /// <summary>The barcode of the patron's card. Required; what the server does with an empty one is not documented.</summary>
    public string? Barcode { get; set; }

    /// <summary>The code of the patron. Required.</summary>
    [JsonPropertyName("PatronCodeID")]
    public int PatronCodeId { get; set; }

    /// <summary>The branch where the patron is registered. Required.</summary>
    [JsonPropertyName("OrganizationID")]
    public int OrganizationId { get; set; }

    /// <summary>The vendor's number of the same name; its meaning is not documented.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? SystemBlocks { get; set; }

    /// <summary>Properties of the vendor's page that this type does not have, sent unchanged.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">A required property is not set.</exception>
    protected internal override WorkflowData ToData() => this switch
    {
        { Barcode: null } => throw new InvalidOperationException("RegisterPatron.Barcode is not set: set it to the barcode of the patron's card."),
        { PatronCodeId: < 1 } => throw new InvalidOperationException("RegisterPatron.PatronCodeId is not set: set it to the code of the patron."),
        { OrganizationId: < 1 } => throw new InvalidOperationException(
            "RegisterPatron.OrganizationId is not set: set it to the branch where the patron is registered."),
        _ => WorkflowData.From(this, CirculationJson.Default.RegisterPatron),
    };
}

/// <summary>Deletes patrons, except those whose deletion is blocked.</summary>
/// <remarks>
/// POST workflow, request type 7, extension 21. Vendor page: workflow/delete_patron. The data of the response was not seen; it is read as
/// that of other deletions. Without a list of deleted patrons the outcome is <see cref="WorkflowOutcome.Unconfirmed"/>: then read the
/// patrons to find out. The IDs of the prompts are not known: they are raised as plain prompts.
/// </remarks>
public sealed class DeletePatrons() : WorkflowRequest<RecordsDeleted>(Kind)
{
    /// <summary>Describes this workflow to the client, for example to resume it from a bookmark.</summary>
    public static WorkflowKind<RecordsDeleted> Kind { get; } = new(
        WorkflowRequestType.DeletePatrons,
        WorkflowRequestExtensionType.DeletePatronRecord,
        WorkflowsJson.Default.RecordsDeleted)
    {
        Judge = RecordsDeleted.Judge,
    };

    /// <summary>The patrons to delete. Required.</summary>
    [JsonPropertyName("PatronRecordIDs")]
    public IReadOnlyList<int> PatronIds { get; set; } = [];

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException"><see cref="PatronIds"/> is empty, or contains an ID that is less than 1.</exception>
    protected internal override WorkflowData ToData() => PatronIds is not { Count: > 0 } || PatronIds.Any(id => id < 1)
        ? throw new InvalidOperationException("DeletePatrons.PatronIds must contain the IDs of the patrons to delete, each 1 or more.")
        : WorkflowData.From(this, CirculationJson.Default.DeletePatrons);
}
