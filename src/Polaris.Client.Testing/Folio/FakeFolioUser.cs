namespace Polaris.Client.Testing;

/// <summary>An account of one tenant.</summary>
public sealed class FakeFolioUser
{
    internal static readonly string[] AllPermissions = ["inventory-storage.all", "users.all", "usergroups.all"];

    private readonly HashSet<string> _permissions;

    internal FakeFolioUser(string tenant, string username, string password, IEnumerable<string> permissions)
    {
        Tenant = tenant;
        Username = username;
        Password = password;
        _permissions = new HashSet<string>(permissions, StringComparer.Ordinal);
    }

    /// <summary>The ID of the user, which the metadata of saved records contains.</summary>
    public Guid Id { get; } = Guid.NewGuid();

    /// <summary>The tenant that owns the account.</summary>
    public string Tenant { get; }

    /// <summary>The user name.</summary>
    public string Username { get; }

    /// <summary>Whether too many wrong passwords have blocked the account, so that even the right password is refused.</summary>
    public bool IsBlocked { get; set; }

    /// <summary>Whether the account is active; tokens of an inactive user are refused.</summary>
    public bool IsActive { get; set; } = true;

    /// <summary>The number of wrong passwords since the last sign-in.</summary>
    public int FailedLogins { get; internal set; }

    internal string Password { get; }

    internal string? LastRefusedPassword { get; set; }

    internal bool Has(string permission) =>
        _permissions.Contains(permission) || _permissions.Contains(permission.Split('.')[0] + ".all");
}
