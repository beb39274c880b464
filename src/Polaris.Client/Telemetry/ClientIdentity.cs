using System.Diagnostics;

namespace Polaris.Client.Telemetry;

/// <summary>What identifies a client in spans, measurements and logs: its server, and its key in the container.</summary>
/// <param name="server">The address of the server.</param>
/// <param name="key">The key of the client in the container; <c>null</c> or empty if it has none.</param>
internal sealed class ClientIdentity(Uri server, string? key)
{
    private readonly KeyValuePair<string, object?>[] _tags = [.. TagsOf(server, key)];

    /// <summary>The host of the server.</summary>
    public string Server { get; } = server.Host;

    /// <summary>Returns the tags, with that of the tenant if there is one.</summary>
    public TagList Tags(string? tenant = null)
    {
        var tags = new TagList(_tags);
        if (!string.IsNullOrEmpty(tenant))
        {
            tags.Add("polaris.tenant", tenant);
        }

        return tags;
    }

    /// <summary>Sets the tags of a span.</summary>
    public void Tag(Activity? activity, string? tenant = null)
    {
        if (activity is not null)
        {
            foreach (var tag in Tags(tenant))
            {
                activity.SetTag(tag.Key, tag.Value);
            }
        }
    }

    private static IEnumerable<KeyValuePair<string, object?>> TagsOf(Uri server, string? key)
    {
        yield return new("server.address", server.Host);
        if (!server.IsDefaultPort)
        {
            yield return new("server.port", server.Port);
        }

        if (!string.IsNullOrEmpty(key))
        {
            yield return new("polaris.client.key", key);
        }
    }
}
