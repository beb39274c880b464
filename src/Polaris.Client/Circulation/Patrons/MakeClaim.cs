using System.Text.Json;
using System.Text.Json.Serialization;
using Polaris.Client.Workflows;

namespace Polaris.Client.Circulation;

/// <summary>Records a patron's claims about items, such as that one was returned.</summary>
/// <remarks>
/// POST workflow, request type 6, extension 3. Vendor page: workflow/make_claim. Most properties of a claim are not known: send them with
/// <see cref="ItemClaim.AdditionalMembers"/>, named exactly as on the page of your server. The data of the response and the IDs of the
/// prompts are not documented.
/// </remarks>
public sealed class MakeClaim() : WorkflowRequest<CustomWorkflowAnswer>(Kind)
{
    /// <summary>Describes this workflow to the client, for example to resume it from a bookmark.</summary>
    public static WorkflowKind<CustomWorkflowAnswer> Kind { get; } = new(
        WorkflowRequestType.MakeClaim,
        WorkflowRequestExtensionType.MakeClaim,
        WorkflowsJson.Default.CustomWorkflowAnswer);

    /// <summary>The patron. Required.</summary>
    [JsonPropertyName("PatronID")]
    public int PatronId { get; set; }

    /// <summary>The claims, one for each item. Required.</summary>
    [JsonPropertyName("ItemClaimInfo")]
    public IReadOnlyList<ItemClaim> Claims { get; set; } = [];

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException"><see cref="PatronId"/> or the item of a claim is not set, or there are no claims.</exception>
    protected internal override WorkflowData ToData()
    {
        if (PatronId < 1)
        {
            throw new InvalidOperationException("MakeClaim.PatronId is not set: set it to the ID of the patron.");
        }

        return Claims is not { Count: > 0 } || Claims.Any(claim => claim is not { ItemRecordId: > 0 })
            ? throw new InvalidOperationException("MakeClaim.Claims must contain one or more claims, each with the ID of its item record.")
            : WorkflowData.From(this, CirculationJson.Default.MakeClaim);
    }
}

/// <summary>A claim about one item.</summary>
public sealed class ItemClaim
{
    /// <summary>The item. Required.</summary>
    [JsonPropertyName("ItemRecordID")]
    public int ItemRecordId { get; set; }

    /// <summary>Properties of the vendor's page that this type does not have, sent unchanged.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }
}
