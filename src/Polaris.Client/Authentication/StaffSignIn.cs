using System.Text.Json;
using System.Text.Json.Serialization;
using Polaris.Client.Json;

namespace Polaris.Client;

/// <summary>The response to a staff sign-in.</summary>
/// <remarks>Vendor page: authentication/post_staffuser.</remarks>
public sealed class StaffSignIn
{
    /// <summary>The domain of the site, which is part of the header of every later call.</summary>
    public string? SiteDomain { get; set; }

    /// <summary>The domain of the user.</summary>
    public string? UserDomain { get; set; }

    /// <summary>The token, 32 characters. A secret.</summary>
    public string? AccessToken { get; set; }

    /// <summary>The secret of the token, 16 characters. A secret.</summary>
    public string? AccessSecret { get; set; }

    /// <summary>When the token expires; <c>null</c> if the server did not return it.</summary>
    [JsonPropertyName("AuthExpDate")]
    [JsonConverter(typeof(HintConverter<DateTimeOffset?>))]
    public DateTimeOffset? ExpiresAt { get; set; }

    /// <summary>The Polaris user of the staff account.</summary>
    [JsonConverter(typeof(HintConverter<StaffUser>))]
    public StaffUser? PolarisUser { get; set; }

    /// <summary>Properties that this library does not know, as received.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }

    /// <summary>Returns the ID of the user only: the rest is secret or personal.</summary>
    public override string ToString() => $"{nameof(StaffSignIn)} of user {PolarisUser?.PolarisUserId}";
}

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
