using System.Text;

namespace Polaris.Client.Http;

/// <summary>Reads the body of an error answer as text, never more than <see cref="ApiFailure.MaxBodyLength"/> characters.</summary>
internal static class CappedBody
{
    /// <summary>Reads and keeps the body, so that a later handler can read it again.</summary>
    public static async Task<string> PeekAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.Content is KeptBody kept)
        {
            return kept.Text;
        }

        var original = response.Content;
        var text = original is null ? "" : await ReadAsync(original, cancellationToken).ConfigureAwait(false);
        response.Content = new KeptBody(text, original?.Headers.ContentType?.MediaType);
        original?.Dispose();
        return text;
    }

    private static async Task<string> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
#if NETSTANDARD2_0
        var stream = await content.ReadAsStreamAsync().ConfigureAwait(false);
#else
        var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
#endif
        using var reader = new StreamReader(stream, EncodingOf(content), detectEncodingFromByteOrderMarks: true, 1024, leaveOpen: true);
        var buffer = new char[ApiFailure.MaxBodyLength];
        var length = 0;
        while (length < buffer.Length && await ReadSomeAsync(reader, buffer, length, cancellationToken).ConfigureAwait(false) is > 0 and var read)
        {
            length += read;
        }

        return new string(buffer, 0, length);
    }

    private static async ValueTask<int> ReadSomeAsync(StreamReader reader, char[] buffer, int start, CancellationToken cancellationToken)
    {
#if NETSTANDARD2_0
        cancellationToken.ThrowIfCancellationRequested();
        return await reader.ReadAsync(buffer, start, buffer.Length - start).ConfigureAwait(false);
#else
        return await reader.ReadAsync(buffer.AsMemory(start), cancellationToken).ConfigureAwait(false);
#endif
    }

    private static Encoding EncodingOf(HttpContent content)
    {
        try
        {
            return content.Headers.ContentType?.CharSet is { Length: > 0 } name ? Encoding.GetEncoding(name.Trim('"')) : Encoding.UTF8;
        }
        catch (ArgumentException)
        {
            return Encoding.UTF8;
        }
    }
}
