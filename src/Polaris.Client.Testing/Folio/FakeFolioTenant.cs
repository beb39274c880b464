namespace Polaris.Client.Testing;

/// <summary>The data and accounts of one tenant. Thread-safe.</summary>
public sealed class FakeFolioTenant
{
    private readonly FakeFolio _fake;
    private readonly Dictionary<string, FakeFolioResource> _resources = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FakeFolioUser> _users = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<Guid, string> _uses = [];

    internal FakeFolioTenant(FakeFolio fake, string id)
    {
        _fake = fake;
        Id = id;
        foreach (FakeFolioResourceShape shape in FakeFolioResourceShapes.All)
        {
            AddResource(shape);
        }
    }

    /// <summary>The tenant's id, as sent in <c>X-Okapi-Tenant</c>.</summary>
    public string Id { get; }

    /// <summary>The addresses of the resources.</summary>
    internal RouteTable<FolioCall> Routes { get; } = [];

    internal IEnumerable<FakeFolioUser> Users => _users.Values;

    /// <summary>Adds an account.</summary>
    /// <param name="username">The name to sign in with.</param>
    /// <param name="password">The password.</param>
    /// <param name="permissions">What the user may do; none given means <c>inventory-storage.all</c>.</param>
    /// <returns>The account, to look at or to block.</returns>
    public FakeFolioUser AddUser(string username, string password, params string[] permissions)
    {
        string[] granted = permissions is { Length: > 0 } ? permissions : [FakeFolioUser.AllOfInventory];
        var user = new FakeFolioUser(Id, username, password, granted);
        lock (_fake.Gate)
        {
            _users[username] = user;
        }

        return user;
    }

    /// <summary>The account of this name.</summary>
    /// <param name="username">The name to sign in with.</param>
    /// <exception cref="KeyNotFoundException">There is no such account.</exception>
    public FakeFolioUser User(string username)
    {
        lock (_fake.Gate)
        {
            return _users[username];
        }
    }

    /// <summary>The records of one resource.</summary>
    /// <param name="path">Its path, such as <c>holdings-sources</c>.</param>
    /// <exception cref="ArgumentException">The server has no such resource; <see cref="AddResource"/> makes one.</exception>
    public FakeFolioResource Resource(string path)
    {
        lock (_fake.Gate)
        {
            return FindResource(path) ?? throw new ArgumentException($"The fake has no resource at '{path}'.", nameof(path));
        }
    }

    /// <summary>Adds a resource, or replaces the one at the same path.</summary>
    /// <param name="shape">Its path and rules.</param>
    /// <returns>Its records: the seeds of the shape.</returns>
    public FakeFolioResource AddResource(FakeFolioResourceShape shape)
    {
        _ = shape ?? throw new ArgumentNullException(nameof(shape));
        lock (_fake.Gate)
        {
            FakeFolioResource resource = new(_fake, shape);
            FolioServer.AddRoutes(Routes, this, resource, _fake.Server);
            return _resources[shape.Path] = resource;
        }
    }

    /// <summary>Makes a record undeletable, as a foreign key does.</summary>
    /// <param name="id">The record.</param>
    /// <param name="table">The table that refers to it, such as <c>holdings_record</c>.</param>
    public void MarkInUse(Guid id, string table)
    {
        lock (_fake.Gate)
        {
            _uses[id] = table;
        }
    }

    /// <summary>Takes <see cref="MarkInUse"/> back.</summary>
    /// <param name="id">The record.</param>
    public void MarkUnused(Guid id)
    {
        lock (_fake.Gate)
        {
            _uses.Remove(id);
        }
    }

    internal FakeFolioResource? FindResource(string path) =>
        _resources.TryGetValue(path, out FakeFolioResource? found) ? found : null;

    internal string? TableUsing(string id) => _uses.TryGetValue(Guid.Parse(id), out string? table) ? table : null;
}
