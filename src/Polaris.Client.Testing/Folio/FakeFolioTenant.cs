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

        FolioServer.AddHridRoutes(Routes, this, fake.Server);
        FolioServer.AddBoundWithRoute(Routes, this, fake.Server);
    }

    /// <summary>The ID of the tenant, as sent in <c>X-Okapi-Tenant</c>.</summary>
    public string Id { get; }

    /// <summary>The endpoints of the resources.</summary>
    internal RouteTable<FolioCall> Routes { get; } = [];

    internal IEnumerable<FakeFolioUser> Users => _users.Values;

    internal IEnumerable<FakeFolioResource> Resources => _resources.Values;

    /// <summary>Adds an account.</summary>
    /// <param name="username">The user name.</param>
    /// <param name="password">The password.</param>
    /// <param name="permissions">
    /// The permissions, such as <c>users.item.get</c>, or sets of them, such as <c>users.all</c>; those of inventory, users and groups if
    /// none are given.
    /// </param>
    /// <returns>The account, to inspect or block.</returns>
    public FakeFolioUser AddUser(string username, string password, params string[] permissions)
    {
        string[] granted = permissions is { Length: > 0 } ? permissions : FakeFolioUser.AllPermissions;
        var user = new FakeFolioUser(Id, username, password, granted);
        lock (_fake.Gate)
        {
            _users[username] = user;
        }

        return user;
    }

    /// <summary>Returns the account with this name.</summary>
    /// <param name="username">The user name.</param>
    /// <exception cref="KeyNotFoundException">The account does not exist.</exception>
    public FakeFolioUser User(string username)
    {
        lock (_fake.Gate)
        {
            return _users[username];
        }
    }

    /// <summary>Returns the records of one resource.</summary>
    /// <param name="path">The path, such as <c>holdings-sources</c>.</param>
    /// <exception cref="ArgumentException">The resource does not exist; add it with <see cref="AddResource"/>.</exception>
    public FakeFolioResource Resource(string path)
    {
        lock (_fake.Gate)
        {
            return FindResource(path) ?? throw new ArgumentException($"The fake does not have a resource '{path}': add it with {nameof(AddResource)}.", nameof(path));
        }
    }

    /// <summary>Adds a resource, or replaces the one with the same path.</summary>
    /// <param name="shape">The path and rules.</param>
    /// <returns>The records: the seed data of the shape.</returns>
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

    /// <summary>
    /// Adds the reference data of a new FOLIO tenant: the records of the vocabularies and four service points, with the IDs that FOLIO
    /// ships. Records that exist, with this ID or name, stay as they are.
    /// </summary>
    /// <returns>This tenant, so that calls can be chained.</returns>
    /// <example>
    /// <code>
    /// fake.Tenant("diku").AddReferenceData();
    /// </code>
    /// </example>
    public FakeFolioTenant AddReferenceData()
    {
        lock (_fake.Gate)
        {
            foreach (string path in FolioReferenceData.Paths)
            {
                FindResource(path)?.AddMissing(FolioReferenceData.Of(path));
            }
        }

        return this;
    }

    /// <summary>Prevents the deletion of a record, as a foreign key does.</summary>
    /// <param name="id">The ID of the record.</param>
    /// <param name="table">The table that refers to it, such as <c>holdings_record</c>.</param>
    public void MarkInUse(Guid id, string table)
    {
        lock (_fake.Gate)
        {
            _uses[id] = table;
        }
    }

    /// <summary>Reverses <see cref="MarkInUse"/>.</summary>
    /// <param name="id">The ID of the record.</param>
    public void MarkUnused(Guid id)
    {
        lock (_fake.Gate)
        {
            _uses.Remove(id);
        }
    }

    internal FakeFolioResource? FindResource(string path) =>
        _resources.TryGetValue(path, out FakeFolioResource? found) ? found : null;

    internal string? TableUsing(FakeFolioResource resource, string id) =>
        _uses.TryGetValue(Guid.Parse(id), out string? table) ? table
        : resource.ChecksReferences ? FolioReferences.TableUsing(this, resource.Shape, id)
        : null;
}
