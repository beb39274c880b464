using System.Text.Json;
using System.Text.Json.Serialization;
using Polaris.Client.Json;

namespace Polaris.Client;

/// <summary>A Polaris staff user.</summary>
public sealed class StaffUser
{
    /// <summary>The ID of the user: the <c>TxnUserID</c> of workflows, and a part of the owner of a lock.</summary>
    [JsonPropertyName("PolarisUserID")]
    [JsonConverter(typeof(HintConverter<int>))]
    public int PolarisUserId { get; set; }

    /// <summary>The organization that the user belongs to.</summary>
    [JsonPropertyName("OrganizationID")]
    [JsonConverter(typeof(HintConverter<int>))]
    public int OrganizationId { get; set; }

    /// <summary>The name of the user.</summary>
    [JsonConverter(typeof(HintConverter<string>))]
    public string? Name { get; set; }

    /// <summary>The branch of the user.</summary>
    [JsonPropertyName("BranchID")]
    [JsonConverter(typeof(HintConverter<int?>))]
    public int? BranchId { get; set; }

    /// <summary>Whether the account is enabled.</summary>
    [JsonConverter(typeof(HintConverter<bool?>))]
    public bool? Enabled { get; set; }

    /// <summary>Properties that this library does not know, as received.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }

    /// <summary>Returns the ID only: the rest is personal.</summary>
    public override string ToString() => $"{nameof(StaffUser)} {PolarisUserId}";
}
