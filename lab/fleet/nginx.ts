/**
 * The web server of a real server: it answers with its own name and what it saw of the client, so
 * that a test can tell who served it and from which address the connection came. Pure.
 */

export interface NginxOptions {
  /** The real server's name, as it answers. */
  readonly server: string;
  readonly ports: readonly number[];
  /** For its pid file and temporary files; nothing is written outside. */
  readonly dir: string;
}

/** `/` answers JSON, `/text` one line, `/health` 200 while it runs. */
export function nginxConfig({ server, ports, dir }: NginxOptions): string {
  const json =
    `{"server":"${server}","client":"$remote_addr","clientPort":$remote_port,` +
    `"address":"$server_addr","port":$server_port}\\n`;
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  return `# Root of the box, which in a user namespace is the only user there is.
user root;
daemon off;
master_process on;
worker_processes 1;
pid ${quoted(`${dir}/nginx.pid`)};
error_log stderr warn;
events { worker_connections 4096; }
http {
${temporary.map((name) => `  ${name}_temp_path ${quoted(`${dir}/${name}`)};`).join('\n')}
  log_format seen '$time_iso8601 $remote_addr $remote_port $server_addr $server_port '
                  '"$request" $status';
  access_log ${quoted(`${dir}/access.log`)} seen;
  server {
${ports.map((port) => `    listen ${port};\n    listen [::]:${port};`).join('\n')}
    location = /health { default_type text/plain; return 200 'ok\\n'; access_log off; }
    location = /text {
      default_type text/plain;
      return 200 '${server} $remote_addr $remote_port\\n';
    }
    location / { default_type application/json; return 200 '${json}'; }
  }
}
`;
}

function quoted(path: string): string {
  return `"${path.replace(/["\\]/g, '\\$&')}"`;
}
