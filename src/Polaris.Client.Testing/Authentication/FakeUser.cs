namespace Polaris.Client.Testing.Authentication;

/// <summary>A staff member who can sign in; without a password, one who only holds locks.</summary>
internal sealed class FakeUser(int id, string domain, string name, string? password)
{
    public int Id { get; } = id;

    public string Domain { get; } = domain;

    public string Name { get; } = name;

    public bool HasCredentials(string credentials) =>
        password is not null && string.Equals(credentials, $"{Domain}\\{Name}:{password}", StringComparison.Ordinal);
}
