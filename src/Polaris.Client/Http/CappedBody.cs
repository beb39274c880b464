using System.Text;

namespace Polaris.Client.Http;

/// <summary>Reads the body of an error response as text, never more than <see cref="ApiFailure.MaxBodyLength"/> characters.</summary>
/// <remarks>The status is already known, so a body that breaks off, or cannot be decoded, is kept as far as it was received.</remarks>
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
        var text = original is null ? "" : await ReadAsFarAsItGoesAsync(original, cancellationToken).ConfigureAwait(false);
        response.Content = new KeptBody(text, original?.Headers.ContentType?.MediaType);
        original?.Dispose();
        return text;
    }

    private static async Task<string> ReadAsFarAsItGoesAsync(HttpContent content, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        try
        {
            await ReadAsync(content, text, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception)
        {
            // Whatever a broken connection, invalid compression or a timeout throws: the response counts anyway.
        }

        return text.ToString();
    }

    private static async Task ReadAsync(HttpContent content, StringBuilder text, CancellationToken cancellationToken)
    {
#if NETFRAMEWORK
        using var stream = await content.ReadAsStreamAsync().ConfigureAwait(false);

        // The streams of .NET Framework do not observe the token while they wait.
        using var abort = cancellationToken.Register(static state => ((Stream)state!).Dispose(), stream);
#else
        using var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
#endif
        using var reader = new StreamReader(stream, EncodingOf(content), detectEncodingFromByteOrderMarks: true, 1024, leaveOpen: true);
        var buffer = new char[1024];
        while (text.Length < ApiFailure.MaxBodyLength
            && await ReadSomeAsync(reader, buffer, cancellationToken).ConfigureAwait(false) is > 0 and var read)
        {
            text.Append(buffer, 0, Math.Min(read, ApiFailure.MaxBodyLength - text.Length));
        }
    }

#if NETFRAMEWORK
    private static Task<int> ReadSomeAsync(StreamReader reader, char[] buffer, CancellationToken cancellationToken) =>
        cancellationToken.IsCancellationRequested ? Task.FromResult(0) : reader.ReadAsync(buffer, 0, buffer.Length);
#else
    private static ValueTask<int> ReadSomeAsync(StreamReader reader, char[] buffer, CancellationToken cancellationToken) =>
        reader.ReadAsync(buffer.AsMemory(), cancellationToken);
#endif

    private static Encoding EncodingOf(HttpContent content)
    {
        try
        {
            return content.Headers.ContentType?.CharSet is { Length: > 0 } name ? Encoding.GetEncoding(name.Trim('"')) : Encoding.UTF8;
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            return Encoding.UTF8;
        }
    }
}
