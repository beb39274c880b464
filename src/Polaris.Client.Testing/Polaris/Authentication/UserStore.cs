namespace Polaris.Client.Testing;

/// <summary>A staff member who can sign in, or, without a password, one who only holds locks.</summary>
internal sealed class FakeUser(int id, string domain, string name, string? password)
{
    public int Id { get; } = id;

    public string Domain { get; } = domain;

    public string Name { get; } = name;

    public bool HasCredentials(string credentials) =>
        credentials.Split([':'], 2) is [var account, var given]
        && string.Equals(account, $"{Domain}\\{Name}", StringComparison.OrdinalIgnoreCase)
        && string.Equals(given, password, StringComparison.Ordinal);
}

internal sealed class UserStore
{
    private readonly List<FakeUser> _users = [];

    public FakeUser Add(string domain, string name, string? password)
    {
        FakeUser? known = _users.Find(user => IsNamed(user, name));
        FakeUser added = new(known?.Id ?? _users.Count + 1, domain, name, password);
        if (known is not null)
        {
            _users.Remove(known);
        }

        _users.Add(added);
        return added;
    }

    public FakeUser Named(string name) => _users.Find(user => IsNamed(user, name)) ?? Add("", name, password: null);

    public FakeUser? WithCredentials(string credentials) => _users.Find(user => user.HasCredentials(credentials));

    private static bool IsNamed(FakeUser user, string name) =>
        string.Equals(user.Name, name, StringComparison.OrdinalIgnoreCase);
}
